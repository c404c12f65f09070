import type { Document, Operation } from '../document/document.ts';
import { responseMediaTypesOf } from './media-types.ts';
import { bodyModeOf, honorsIdempotencyKey, methodParametersOf } from './method-parameters.ts';
import { isOperation, type Tree } from './operation-tree.ts';
import { describeEvidence } from './schema.ts';

/** The interface of a client: a method for each operation, with the texts of the spec as its doc comment. */
export function methodsOf(document: Document, tree: Tree, indent = ''): string {
  const inner = `${indent}  `;
  const members = Object.entries(tree).map(([name, entry]) =>
    isOperation(entry)
      ? `${commentOf(entry, inner)}\n${inner}${name}${signatureOf(document, entry)};`
      : `${inner}readonly ${name}: ${methodsOf(document, entry, inner)};`,
  );
  return `{\n${members.join('\n')}\n${indent}}`;
}

/** The doc comment that an editor shows for a method. */
function commentOf({ object, method, path }: Operation, indent: string): string {
  const evidence = describeEvidence(object['x-evidence']);
  const paragraphs = [object.summary, object.description.trim(), `\`${method} ${path}\``, evidence];
  if (object.deprecated) paragraphs.push('@deprecated The vendor says so.');
  const lines = paragraphs.join('\n\n').replace(/\*\//g, '*\\/').split('\n');
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

function signatureOf(document: Document, operation: Operation): string {
  const type = `operations[${JSON.stringify(operation.id)}]`;
  const mediaTypes = responseMediaTypesOf(operation).map((mediaType) => `'${mediaType}'`);
  const [first = "'application/json'"] = mediaTypes;
  const negotiated = mediaTypes.length > 1;
  const media = negotiated ? 'Media' : first;
  const pagination = operation.object['x-pagination'];
  const call = pagination
    ? `PagedCall<${type}, Item<${type}, ${JSON.stringify(pagination.items)}>>`
    : `Call<${type}${media === "'application/json'" ? '' : `, ${media}`}>`;
  const generic = negotiated ? `<Media extends ${mediaTypes.join(' | ')} = ${first}>` : '';
  const options = optionsOf(operation, negotiated);
  return `${generic}(${parametersOf(document, operation, type)}, options?: ${options}): ${call}`;
}

function parametersOf(document: Document, operation: Operation, type: string): string {
  const { body } = operation;
  const parameters = methodParametersOf(operation);
  if (parameters.length === 0 && !body) return 'parameters?: Record<string, never>';
  const input = bodyModeOf(document, operation) === 'whole' ? 'InputWithBody' : 'Input';
  const optional = body?.required || parameters.some(({ required }) => required) ? '' : '?';
  return `parameters${optional}: ${input}<${type}>`;
}

function optionsOf(operation: Operation, negotiated: boolean): string {
  const options = [
    ...(honorsIdempotencyKey(operation) ? ['IdempotentCallOptions'] : []),
    ...(negotiated ? ['NegotiatedCallOptions<Media>'] : []),
  ];
  return options.join(' & ') || 'CallOptions';
}
