import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the marks of the templates stand for. */
export type Values = Readonly<Record<string, string>>;

/** A template with its marks, `{{name}}`, replaced. */
export function fillTemplate(name: string, values: Values): string {
  const text = readFileSync(join(import.meta.dirname, '..', 'template', name), 'utf8').replace(/\r\n/g, '\n');
  return text.replace(/\{\{(\w+)\}\}/g, (_, mark: string) => {
    const value = values[mark];
    if (value === undefined) throw new Error(`Nothing is known for {{${mark}}} of template/${name}.`);
    return value;
  });
}
