import type { Document, Operation, Parameter } from '../spec.ts';
import { isIdempotent } from './definitions.ts';
import { isOperation, type Tree } from './operation-tree.ts';
import { bodyModeOf } from './request-body.ts';
import { describeEvidence } from './schema.ts';

/** The interface of a client: a method for each operation, under the spec's own words. */
export function methodsOf(document: Document, tree: Tree, indent = ''): string {
  const inner = `${indent}  `;
  const members = Object.entries(tree).map(([name, entry]) =>
    isOperation(entry)
      ? `${commentOf(entry, inner)}\n${inner}${name}${signatureOf(document, entry)};`
      : `${inner}readonly ${name}: ${methodsOf(document, entry, inner)};`,
  );
  return `{\n${members.join('\n')}\n${indent}}`;
}

/** What an editor shows where the method is called. */
function commentOf({ object, method, path }: Operation, indent: string): string {
  const evidence = describeEvidence(object['x-evidence']);
  const paragraphs = [object.summary, object.description.trim(), `\`${method} ${path}\``, evidence];
  if (object.deprecated) paragraphs.push('@deprecated The vendor says so.');
  const lines = paragraphs.join('\n\n').replace(/\*\//g, '*\\/').split('\n');
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

function signatureOf(document: Document, operation: Operation): string {
  const type = `operations[${JSON.stringify(operation.id)}]`;
  const mediaTypes = mediaTypesOf(operation);
  const negotiated = mediaTypes.length > 1;
  const pagination = operation.object['x-pagination'];
  const call = pagination
    ? `PagedCall<${type}, Item<${type}, ${JSON.stringify(pagination.items)}>>`
    : `Call<${type}${negotiated ? ', Media' : ''}>`;
  const union = mediaTypes.map((mediaType) => `'${mediaType}'`).join(' | ');
  const generic = negotiated ? `<Media extends ${union} = 'application/json'>` : '';
  const options = optionsOf(operation, negotiated);
  return `${generic}(${parametersOf(document, operation, type)}, options?: ${options}): ${call}`;
}

function parametersOf(document: Document, operation: Operation, type: string): string {
  const { parameters, body } = operation;
  const sent = parameters.filter((parameter: Parameter) => parameter.in !== 'header');
  if (sent.length === 0 && !body) return 'parameters?: Record<string, never>';
  const input = bodyModeOf(document, operation) === 'whole' ? 'InputWithBody' : 'Input';
  const optional = body?.required || sent.some(({ required }) => required) ? '' : '?';
  return `parameters${optional}: ${input}<${type}>`;
}

function optionsOf(operation: Operation, negotiated: boolean): string {
  if (negotiated) return 'NegotiatedCallOptions<Media>';
  return isIdempotent(operation) ? 'IdempotentCallOptions' : 'CallOptions';
}

/** What the successes of an operation come in. */
function mediaTypesOf({ responses }: Operation): string[] {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return [...new Set(successes.flatMap(([, response]) => Object.keys(response.content ?? {})))];
}
