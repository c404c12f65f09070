import type { Document, Operation } from '../document/document.ts';
import { fixedQueryOf } from '../document/path-template.ts';
import { bodySerializerOf } from './body-encoding.ts';
import { redirects, requestMediaTypeOf, responseMediaTypesOf, tableKindsOf } from './media-types.ts';
import { honorsIdempotencyKey, methodParametersOf } from './method-parameters.ts';
import { isWritten } from './query-serialization.ts';

/** The values of the runtime that `features` may name, by their modules. */
const featureValues = {
  '@plumbline/runtime': ['createIdempotencyKey', 'listByCount', 'listByCountOrFlag'],
  '@plumbline/runtime/features': [
    'bytesBody',
    'formBody',
    'listByCursor',
    'listByLink',
    'multipartBody',
    'readSpecial',
    'readStreams',
    'writeParameters',
  ],
};

/** Imports the values of the runtime that code of `features` names. */
export function importFeatures(code: string): string {
  return Object.entries(featureValues)
    .map(([module, values]) => {
      const names = values.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
      return names.length > 0 ? `import { ${names.join(', ')} } from '${module}';\n` : '';
    })
    .join('');
}

/** The code for the parts of the runtime that only some operations need. */
export function generateFeatures(document: Document, operations: readonly Operation[]): string {
  return `export const features: ClientFeatures = {${featuresOf(document, operations)}};`;
}

/**
 * The members of `features`; empty if the operations need none.
 *
 * @param others The operations of the same package. One reader of responses serves them all, and one for counted pages, so that selected ones fit together.
 */
export function featuresOf(document: Document, operations: readonly Operation[], others = operations): string {
  const features = [
    operations.some(honorsIdempotencyKey) && 'createKey: createIdempotencyKey',
    listsOf(operations, others),
    bodiesOf(document, operations),
    responsesOf(document, operations) && responsesOf(document, others),
    operations.some((one) => writesParameters(document, one)) && 'parameters: writeParameters',
  ].filter((feature) => typeof feature === 'string');
  return features.length > 0 ? ` ${features.join(', ')} ` : '';
}

/** The functions that make the calls of lists, by the style of their pages. */
function listsOf(operations: readonly Operation[], others: readonly Operation[]): string | undefined {
  const paginationsOf = (some: readonly Operation[]) => some.flatMap(({ object }) => object['x-pagination'] ?? []);
  const lists = paginationsOf(operations);
  const hasFlag = paginationsOf(others).some(
    ({ style, more }) => more !== undefined && (style === 'offset' || style === 'page'),
  );
  const counted = hasFlag ? 'listByCountOrFlag' : 'listByCount';
  const factories = { offset: counted, page: counted, cursor: 'listByCursor', link: 'listByLink' };
  const styles = [...new Set(lists.map(({ style }) => style))].sort();
  if (styles.length === 0) return undefined;
  return `lists: { ${styles.map((style) => `${style}: ${factories[style]}`).join(', ')} }`;
}

/** Whether an operation has a parameter that only `writeParameters` sends, or a fixed query. */
function writesParameters(document: Document, operation: Operation): boolean {
  return (
    fixedQueryOf(operation.path) !== '' ||
    methodParametersOf(operation).some((parameter) => isWritten(document, parameter))
  );
}

/** The serializers of request bodies that need more than JSON, text and plain fields. */
function bodiesOf(document: Document, operations: readonly Operation[]): string | undefined {
  const bodies = new Map<string, string>();
  for (const operation of operations) {
    const serializer = bodySerializerOf(document, operation);
    if (serializer && operation.body) bodies.set(requestMediaTypeOf(operation.body), serializer);
  }
  if (bodies.size === 0) return undefined;
  return `bodies: { ${[...bodies].map(([mediaType, serializer]) => `'${mediaType}': ${serializer}`).join(', ')} }`;
}

const readers = new WeakMap<readonly Operation[], string | undefined>();

/** The part that reads the responses of operations. That of all operations is asked for with each of them, and found once. */
function responsesOf(document: Document, operations: readonly Operation[]): string | undefined {
  if (!readers.has(operations)) readers.set(operations, readerOf(document, operations));
  return readers.get(operations);
}

/** The part that reads bytes, redirects and streams of events. The parser of event streams is loaded when the first one is read. */
function readerOf(document: Document, operations: readonly Operation[]): string | undefined {
  if (operations.some((one) => responseMediaTypesOf(one).includes('text/event-stream'))) {
    return "responses: /* @__PURE__ */ readStreams(() => import('eventsource-parser'))";
  }
  const kinds = operations.flatMap((one) => Object.values(tableKindsOf(document, one) ?? {}));
  if (kinds.some((kind) => kind !== 'bytes')) return 'responses: /* @__PURE__ */ readStreams()';
  return kinds.length > 0 || operations.some(redirects) ? 'responses: readSpecial' : undefined;
}
