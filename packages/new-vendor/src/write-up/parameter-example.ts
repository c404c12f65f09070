import { follow, type Node, type Source } from '../read/source.ts';
import { examplesOf } from './examples.ts';

/** The example of the document when the schema accepts it, or else a generated one. */
export function parameterExample(
  source: Source,
  { example, examples, schema: given }: Node,
  schema: Node,
  components: Readonly<Record<string, Node>>,
): unknown {
  const [named] = Object.values(Object(examples)).map((one) => follow(source, one as Node).value);
  const own = Object(follow(source, Object(given)));
  const [made] = examplesOf(schema, components);
  const found = [example, named, own.example, own.examples?.[0], own.default].find((one) => takes(schema, one));
  return found ?? made;
}

/** Whether the schema of a parameter surely accepts a value. */
function takes(
  { anyOf, type, enum: values, format, minimum, maximum, minLength = 1, maxLength }: Node,
  value: unknown,
): boolean {
  if (anyOf) return anyOf.some((variant: Node) => takes(variant, value));
  if (values) return values.includes(value);
  if (format && format !== 'uri') return false;
  if (type === 'integer')
    return Number.isInteger(value) && !((value as number) < minimum || (value as number) > maximum);
  if (type === 'number') return typeof value === 'number' && !(value < minimum || value > maximum);
  if (type === 'boolean') return typeof value === 'boolean';
  if (type !== 'string' || typeof value !== 'string' || format) return false;
  return /^[\w@-][\w@ .-]*$/.test(value) && value.length >= minLength && value.length <= (maxLength ?? value.length);
}
