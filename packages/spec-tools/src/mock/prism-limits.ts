import { bodyKindOf } from '../document/content-kind.ts';
import { type Document, type Operation, type Reference, resolve, type Schema } from '../document/document.ts';
import { sentPathOf } from '../document/path-template.ts';
import { bodySerializerOf } from '../generate/body-encoding.ts';
import { redirects, responseMediaTypesOf, successKeysOf, tableKindsOf } from '../generate/media-types.ts';
import { methodParametersOf } from '../generate/method-parameters.ts';
import { isWritten } from '../generate/query-serialization.ts';
import { mockedOperations } from './prism-parameters.ts';

/** Why Prism cannot judge an operation, so that its checks run on the sandbox instead. Undefined where Prism can. */
export function prismLimitOf(document: Document, operation: Operation): string | undefined {
  return limits.find(([, applies]) => applies(document, operation))?.[0];
}

/** What Prism cannot do, and the operations that need it. */
const limits: readonly (readonly [reason: string, applies: (document: Document, operation: Operation) => boolean])[] = [
  [
    'Prism does not read multipart bodies, nested forms, text and bytes, and takes a media type of JSON for any other.',
    (document, operation) =>
      bodySerializerOf(document, operation) !== undefined ||
      Object.keys(operation.body?.content ?? {}).some(
        (type) => type !== 'application/json' && bodyKindOf(type) !== 'form',
      ),
  ],
  [
    'Prism takes a body of null for an absent one.',
    (document, { body }) =>
      body?.required === true && Object.values(body.content).some(({ schema }) => allowsNull(document, schema)),
  ],
  [
    'Prism does not read cookies, parameters of a media type, and some lists and objects.',
    (document, operation) => methodParametersOf(operation).some((parameter) => isWritten(document, parameter)),
  ],
  [
    'Prism writes no bytes, no events, no redirects and nothing for HEAD, and takes `default` for an error.',
    (document, operation) =>
      operation.method === 'HEAD' ||
      redirects(operation) ||
      successKeysOf(operation).includes('default') ||
      tableKindsOf(document, operation) !== undefined,
  ],
  [
    'Prism responds with an error in no media type that the request does not accept.',
    (_, operation) => {
      const errors = Object.entries(operation.responses).filter(([status]) => !status.startsWith('2'));
      const all = errors.map(([, { content = {} }]) => Object.keys(content));
      return [responseMediaTypesOf(operation), ...all].some(
        (types) => types.length > 0 && !types.includes('application/json'),
      );
    },
  ],
  [
    'Prism does not tell paths apart that differ in a fixed query or a fragment, or in the names of their parameters.',
    (document, { path, id }) =>
      sentPathOf(path) !== path ||
      !mockedIds(document).has(id) ||
      shapesOf(document).filter((shape) => shape === shapeOf(path)).length > 1,
  ],
];

/** Whether null is a value of a schema, by its type or by a variant that has no other. */
function allowsNull(document: Document, schema: Schema | Reference): boolean {
  const { type, anyOf = [], oneOf = [] } = resolve<Types>(document, schema as Types);
  if ([type].flat().includes('null')) return true;
  return [...anyOf, ...oneOf].some((variant) => resolve<Types>(document, variant).type === 'null');
}

interface Types {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly (Types | Reference)[];
  readonly oneOf?: readonly (Types | Reference)[];
}

const mocked = new WeakMap<Document, ReadonlySet<string>>();

function mockedIds(document: Document): ReadonlySet<string> {
  const ids = mocked.get(document) ?? new Set(mockedOperations(document).map(({ id }) => id));
  mocked.set(document, ids);
  return ids;
}

const shapes = new WeakMap<Document, readonly string[]>();

function shapesOf(document: Document): readonly string[] {
  const known = shapes.get(document) ?? Object.keys(document.paths).map(shapeOf);
  shapes.set(document, known);
  return known;
}

function shapeOf(path: string): string {
  return sentPathOf(path).replace(/\{[^}]+\}/g, '{}');
}
