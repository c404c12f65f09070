import type { DescribedSchema } from './spec-node.ts';

/** Describes the constraints of a schema besides its type and its default, a phrase each. */
export function describeLimits(schema: DescribedSchema): string[] {
  const { format, pattern, minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const limits = [
    format,
    pattern && `matches ${pattern}`,
    formatRange(minimum, maximum, ''),
    formatRange(minLength, maxLength, 'characters'),
    formatRange(minItems, maxItems, 'items'),
    schema.uniqueItems ? 'unique items' : undefined,
    schema.minProperties ? `at least ${schema.minProperties} of these fields` : undefined,
  ];
  return limits.filter((limit) => limit !== undefined && limit !== '') as string[];
}

function formatRange(min: number | undefined, max: number | undefined, unit: string): string | undefined {
  const number = (value: number) => value.toLocaleString('en-US');
  const many = max ?? min;
  const withUnit = (text: string) => (unit ? `${text} ${many === 1 ? unit.replace(/s$/, '') : unit}` : text);
  if (min !== undefined && max !== undefined) return withUnit(`${number(min)} to ${number(max)}`);
  if (min !== undefined) return withUnit(`at least ${number(min)}`);
  if (max !== undefined) return withUnit(`at most ${number(max)}`);
  return undefined;
}
