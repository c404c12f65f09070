import type { Document, Operation } from '../document/document.ts';
import { mostFrequent } from './most-frequent.ts';

/** OpenAPI's `security` without scopes: alternatives, each a list of schemes that a request sends together. */
export type Alternatives = readonly (readonly string[])[];

/** Whether a client that sends `schemes` can call an operation. */
export function canCall(document: Document, operation: Operation, schemes: readonly string[]): boolean {
  const needsNone = alternativesOf(document, operation).length === 0;
  return needsNone || alternativesOf(document, operation, schemes).length > 0;
}

/**
 * The security of each operation that differs from the default of its client, in the order of the document.
 *
 * The default is the `security` of the document, or else the most frequent one among the operations. It always requires
 * credentials: a client sends its credentials unless the table says otherwise.
 *
 * @param schemes The schemes that the client sends; other alternatives are left out.
 */
export function ownSecurityOf(
  document: Document,
  operations: readonly Operation[],
  schemes?: readonly string[],
): ReadonlyMap<Operation, Alternatives> {
  const all = operations.map((one) => [one, alternativesOf(document, one, schemes)] as const);
  const required = all.map(([, alternatives]) => alternatives).filter(areRequired);
  const ofDocument = keyOf(namesOf(document.security ?? []));
  const common = required.find((one) => keyOf(one) === ofDocument) ?? mostFrequent(required, keyOf);
  return new Map(all.filter(([, own]) => !common || keyOf(own) !== keyOf(common)));
}

function alternativesOf(document: Document, operation: Operation, schemes?: readonly string[]): Alternatives {
  const alternatives = namesOf(operation.object.security ?? document.security ?? []);
  const sent = alternatives.filter((names) => !schemes || names.every((name) => schemes.includes(name)));
  // A client treats alternatives that differ only in scopes as one.
  return [...new Map(sent.map((names) => [JSON.stringify(names), names])).values()];
}

function namesOf(security: NonNullable<Document['security']>): Alternatives {
  return security.map((needed) => Object.keys(needed));
}

function areRequired(alternatives: Alternatives): boolean {
  return alternatives.length > 0 && alternatives.every((names) => names.length > 0);
}

/** The order of alternatives is a preference. The order of schemes within an alternative has no meaning. */
function keyOf(alternatives: Alternatives): string {
  return JSON.stringify(alternatives.map((names) => [...names].sort()));
}
