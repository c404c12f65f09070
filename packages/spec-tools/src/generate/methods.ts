import { type Document, notReviewed, type Operation } from '../document/document.ts';
import { titleOf } from '../document/operation-id.ts';
import { callTypesOf, typeParameterOf } from './call-types.ts';
import { honorsIdempotencyKey, methodParametersOf } from './method-parameters.ts';
import { isOperation, type Tree } from './operation-tree.ts';
import type { TypeNames } from './type-names.ts';

/** The interface of a client: a method for each operation, with the texts of the spec as its doc comment. */
export function methodsOf(document: Document, tree: Tree, names: TypeNames, indent = ''): string {
  const inner = `${indent}  `;
  const members = Object.entries(tree).map(([name, entry]) =>
    isOperation(entry)
      ? `${commentOf(entry, inner)}\n${inner}${name}${signatureOf(document, entry, names)};`
      : `${inner}readonly ${name}: ${methodsOf(document, entry, names, inner)};`,
  );
  return `{\n${members.join('\n')}\n${indent}}`;
}

/** The doc comment that an editor shows for an operation. */
export function commentOf({ id, object, method, path }: Operation, indent: string): string {
  const { level, source, note } = object['x-evidence'];
  const description = object.description.trim();
  const said = description === `${object.summary}.` ? [] : [description];
  // A title that repeats the name says nothing.
  const summary = object.summary === titleOf(id) ? [] : [object.summary];
  const paragraphs = [...summary, ...said, `\`${method} ${path}\``];
  if (note !== notReviewed && (level !== 'documented' || note))
    paragraphs.push([`Evidence: ${level}.`, note].filter(Boolean).join(' '));
  // A source that is not on the web says nothing to a caller.
  const tags = [...new Set(source.match(/https?:\/\/[^\s();,]+/g))].map((url) => `@see ${url}`);
  if (object.deprecated) tags.push('@deprecated The vendor says so.');
  if (tags.length > 0) paragraphs.push(tags.join('\n'));
  const lines = paragraphs.join('\n\n').replace(/\*\//g, '*\\/').split('\n');
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

function signatureOf(document: Document, operation: Operation, names: TypeNames): string {
  const { params, response, result, item, event } = callTypesOf(document, operation, names);
  const types = [response, item, result, item === undefined ? event : undefined].filter((type) => type !== undefined);
  const call = `${item === undefined ? 'Call' : 'PagedCall'}<${types.join(', ')}>`;
  const isRequired = operation.body?.required || methodParametersOf(operation).some(({ required }) => required);
  const parameter = `params${params && isRequired ? '' : '?'}: ${params ?? 'Record<string, never>'}`;
  return `${typeParameterOf(operation)}(${parameter}, options?: ${optionsOf(operation)}): ${call}`;
}

function optionsOf(operation: Operation): string {
  const options = [
    ...(honorsIdempotencyKey(operation) ? ['IdempotentCallOptions'] : []),
    ...(typeParameterOf(operation) ? ['NegotiatedCallOptions<Media>'] : []),
  ];
  return options.join(' & ') || 'CallOptions';
}
