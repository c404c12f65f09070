import { createComponentValidators } from '@plumbline/spec-tools/validate/component-validators';
import { type Notes, noteOpen } from '../notes.ts';
import { follow, isObject, keysIn, type Node, type Source } from '../read/source.ts';
import { placeOf } from './components.ts';
import { fitExample } from './fit-example.ts';
import { relaxSchema, sampleSchema, shownVariants } from './sample-schema.ts';

type Components = Readonly<Record<string, Node>>;

/** The most examples of a body. */
const most = 4;
/** The most characters of an example of the document, as JSON. */
const longest = 16_000;

/** What writing examples needs. */
export interface ExampleContext {
  readonly source: Source;
  readonly notes: Notes;
  readonly schemas: { readonly components: Components };
}

/** The named examples of a media type: those of the document that fit its written schema, or else generated ones. */
export function writeExamples(context: ExampleContext, media: Node, schema: Node): Node {
  const place = placeOf(context.source, media.schema);
  const own = givenExamples(context, media)
    .map(([name, value]): [string, unknown] => [name, keepExample(context, schema, value, place)])
    .filter(([, value]) => value !== undefined)
    .slice(0, most);
  if (own.length > 0) return Object.fromEntries(own.map(([name, value]) => [name, { value }]));
  const { components } = context.schemas;
  if (sampleSchema(schema, components, 0) === undefined) {
    relaxSchema(schema, components, (property) =>
      noteOpen(context.notes, 'schemas that must contain themselves: the inner one is optional', property),
    );
    // They were compiled as they were before.
    validators.delete(components);
  }
  const made = examplesOf(schema, components);
  const fitting = made.filter((value) => fitsSchema(components, schema, value));
  const shown = fitting.length > 0 ? fitting : made;
  return Object.fromEntries(shown.map((value, index) => [`example${index || ''}`, { value }]));
}

function givenExamples({ source }: ExampleContext, { example, examples, schema }: Node): [string, unknown][] {
  const named = Object.entries(Object(examples)).map(([name, one]): [string, unknown] => [
    name === 'default' ? 'example' : name.replace(/[^\w-]+/g, '-'),
    follow(source, Object(one)).value,
  ]);
  const inner = isObject(schema) ? follow(source, schema) : {};
  const ofSchema = [inner.examples ?? [], inner.example ?? []]
    .flat()
    .map((value, index): [string, unknown] => [`example${index || ''}`, value]);
  const all: [string, unknown][] = [
    ...(example === undefined ? [] : [['example', example] as [string, unknown]]),
    ...named,
  ];
  return (all.length > 0 ? all : ofSchema).filter(([, value]) => value !== undefined);
}

/** For schemas without references. */
const none: Components = {};
const validators = new WeakMap<Components, ReturnType<typeof createComponentValidators>>();

/** Whether a written schema accepts a value. */
export function fitsSchema(components: Components, schema: Node, value: unknown): boolean {
  const fits = validators.get(components) ?? createComponentValidators(components);
  validators.set(components, fits);
  return fits(schema, value);
}

/** An example of the document as the schema accepts it; nothing if it does not. */
export function keepExample(
  { notes, schemas: { components } = { components: none } }: Pick<ExampleContext, 'notes'> & Partial<ExampleContext>,
  schema: Node,
  given: unknown,
  place?: string,
): unknown {
  if (looksSecret(given)) {
    noteOpen(notes, 'examples that look like a live credential: a generated one is used', place);
    return undefined;
  }
  const value = fitExample(schema, components, given);
  if (JSON.stringify(value).length > longest) {
    noteOpen(
      notes,
      `examples of more than ${longest.toLocaleString('en-US')} characters: a generated one is used`,
      place,
    );
    return undefined;
  }
  if (fitsSchema(components, schema, value)) return value;
  // Many documents have JSON as a text.
  const parsed = typeof value === 'string' && /^\s*[{[]/.test(value) ? parseJson(value) : undefined;
  const fitted = parsed === undefined ? undefined : fitExample(schema, components, parsed);
  if (fitted !== undefined && !looksSecret(fitted) && fitsSchema(components, schema, fitted)) return fitted;
  noteOpen(notes, 'examples that do not fit their schema: a generated one is used', place);
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a text of a value has the form of a key that could be in use. */
function looksSecret(value: unknown): boolean {
  const text = JSON.stringify(value) ?? '';
  return /\b([sr]k_live_\w{8}|gh[pousr]_\w{20}|xox[abp]-\w{8}|AKIA[A-Z0-9]{16}\b|eyJ[\w-]{10,}\.eyJ[\w-]{10})|"Bearer [\w.~+/-]{16}|-----BEGIN [A-Z ]*PRIVATE KEY/.test(
    text,
  );
}

/** Makes examples of a written schema: one for each variant of its union, up to a bound. */
export function examplesOf(schema: Node, components: Components): unknown[] {
  const count = Math.min(most, Math.max(1, variantsOf(schema, components)));
  const examples = Array.from({ length: count }, (_, chosen) => sampleSchema(schema, components, chosen) ?? null);
  const texts = examples.map((one) => JSON.stringify(one));
  return examples.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
}

/** The variants of a schema's union, or of that of its items. */
function variantsOf(schema: Node, components: Components, seen: ReadonlySet<string> = new Set()): number {
  const { $ref, anyOf, items, allOf = [], properties = {} } = schema;
  if ($ref)
    return seen.has($ref)
      ? 1
      : variantsOf(components[keysIn($ref).at(-1) ?? ''] ?? {}, components, new Set([...seen, $ref]));
  if (anyOf) return shownVariants(anyOf).length;
  if (items) return variantsOf(items, components, seen);
  return Math.max(
    1,
    ...allOf.map((one: Node) => variantsOf(one, components, seen)),
    ...Object.values<Node>(properties).map((one) => shownVariants(one.anyOf ?? []).length),
  );
}
