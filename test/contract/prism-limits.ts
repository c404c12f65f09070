import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { sentPathOf } from '@plumbline/spec-tools/document/path-template';
import { bodySerializerOf } from '@plumbline/spec-tools/generate/body-encoding';
import {
  bodyKindOf,
  redirects,
  responseMediaTypesOf,
  successKeysOf,
  tableKindsOf,
} from '@plumbline/spec-tools/generate/media-types';
import { methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import { isWritten } from '@plumbline/spec-tools/generate/query-serialization';
import { mockedOperations } from '@plumbline/spec-tools/mock/prism-parameters';

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
