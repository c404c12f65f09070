import type { Document, Operation } from '../document/document.ts';
import { schemesOf, sentNames } from '../document/security-scheme.ts';
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
  const common = defaultSecurityOf(document, operations, schemes);
  const all = operations.map((one) => [one, alternativesOf(document, one, schemes)] as const);
  return new Map(all.filter(([, own]) => !common || keyOf(own) !== keyOf(common)));
}

/** The default of a client for operations without their own security. Nothing if no operation requires credentials. */
export function defaultSecurityOf(
  document: Document,
  operations: readonly Operation[],
  schemes?: readonly string[],
): Alternatives | undefined {
  const required = operations.map((one) => alternativesOf(document, one, schemes)).filter(areRequired);
  const ofDocument = keyOf(namesOf(document, document.security ?? []));
  return required.find((one) => keyOf(one) === ofDocument) ?? mostFrequent(required, keyOf);
}

/** The alternatives of an operation that a client can send. Empty if there is none. */
export function alternativesOf(document: Document, operation: Operation, schemes?: readonly string[]): Alternatives {
  const alternatives = namesOf(document, operation.object.security ?? document.security ?? []);
  const sent = alternatives.filter((names) => !schemes || names.every((name) => schemes.includes(name)));
  // A client treats alternatives that differ only in scopes as one.
  return [...new Map(sent.map((names) => [JSON.stringify(names), names])).values()];
}

function namesOf(document: Document, security: NonNullable<Document['security']>): Alternatives {
  const schemes = schemesOf(document);
  return security.flatMap((needed) => {
    const names = sentNames(schemes, needed);
    return names ? [names] : [];
  });
}

/** Whether each alternative needs credentials. */
export function areRequired(alternatives: Alternatives): boolean {
  return alternatives.length > 0 && alternatives.every((names) => names.length > 0);
}

/** The order of alternatives is a preference. The order of schemes within an alternative has no meaning. */
function keyOf(alternatives: Alternatives): string {
  return JSON.stringify(alternatives.map((names) => [...names].sort()));
}
