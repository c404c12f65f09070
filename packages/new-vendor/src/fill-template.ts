import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The values of the marks in the templates. */
export type Values = Readonly<Record<string, string>>;

/** Reads a template and replaces its marks, `{{name}}`. */
export function fillTemplate(name: string, values: Values): string {
  const text = readFileSync(join(import.meta.dirname, '..', 'template', name), 'utf8').replace(/\r\n/g, '\n');
  return text.replace(/\{\{(\w+)\}\}/g, (_, mark: string) => {
    const value = values[mark];
    if (value === undefined) throw new Error(`template/${name} has the mark {{${mark}}}, which has no value.`);
    return value;
  });
}
