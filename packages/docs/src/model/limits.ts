import type { DescribedSchema } from './spec-node.ts';

/** What a schema demands of a value besides its type, each in a few words. */
export function limitsOf(schema: DescribedSchema): string[] {
  const { format, pattern, minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const limits = [
    format,
    pattern && `matches ${pattern}`,
    range(minimum, maximum, ''),
    range(minLength, maxLength, 'characters'),
    range(minItems, maxItems, 'items'),
    schema.uniqueItems ? 'no item twice' : undefined,
    schema.minProperties ? `at least ${schema.minProperties} of its fields` : undefined,
    schema.default === undefined ? undefined : `default ${JSON.stringify(schema.default)}`,
  ];
  return limits.filter((limit) => limit !== undefined && limit !== '') as string[];
}

function range(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  const number = (value: number) => value.toLocaleString('en-US');
  const many = most ?? least;
  const words = (text: string) => (unit ? `${text} ${many === 1 ? unit.replace(/s$/, '') : unit}` : text);
  if (least !== undefined && most !== undefined) return words(`${number(least)} to ${number(most)}`);
  if (least !== undefined) return words(`at least ${number(least)}`);
  if (most !== undefined) return words(`at most ${number(most)}`);
  return undefined;
}
