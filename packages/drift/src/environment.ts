import { readVendor, type VendorClient } from '@plumbline/repository/vendor';
import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import type { Environment } from './exchange-source.ts';
import { hiddenName } from './printable-names.ts';

/** A required parameter of a read. */
export interface ReadParameter {
  readonly name: string;
  /** The environment variable that sets it. */
  readonly variable: string;
  /** The read whose first item has its value: for `/users/{user_id}/topics` that of `/users`. */
  readonly list: Operation | undefined;
  readonly example: unknown;
}

/** The start of the names of a vendor's environment variables. */
export function variablePrefix(vendor: string): string {
  return `${vendor.toUpperCase().replaceAll('-', '_')}_`;
}

/** The environment variable of an option: `clientId` of `magnify` is `MAGNIFY_CLIENT_ID`. */
export function optionVariable(vendor: string, option: string): string {
  return variablePrefix(vendor) + option.replace(/[A-Z]/g, '_$&').toUpperCase();
}

/** The credentials of a client as a sentence part: `A and B, or C`. */
export function describeCredentials({ ways }: Pick<VendorClient, 'ways'>): string {
  return ways.map((names) => names.join(' and ')).join(', or ');
}

/** The operations that only read, each after the list that its path begins with. */
export function readsOf(document: Document): Operation[] {
  const depth = ({ path }: Operation) => path.split('/').length;
  return operationsOf(document)
    .filter(({ method }) => method === 'GET')
    .sort((one, other) => depth(one) - depth(other));
}

/**
 * The parameters that a read requires.
 *
 * @param reads All reads of the vendor.
 */
export function requiredParametersOf(
  vendor: string,
  reads: readonly Operation[],
  operation: Operation,
): ReadParameter[] {
  const required = methodParametersOf(operation).filter((parameter) => parameter.required);
  return required.map(({ name, in: place, example }) => {
    const listPath = operation.path.slice(0, Math.max(operation.path.indexOf(`/{${name}}`), 0));
    const list = place === 'path' ? reads.find(({ path }) => path === listPath) : undefined;
    return { name, variable: parameterVariable(vendor, operation, name), list, example };
  });
}

/** The parameters that the reads of a vendor require, each variable once. */
export function readParametersOf(vendor: string, document: Document): ReadParameter[] {
  const reads = readsOf(document);
  const all = reads.flatMap((operation) => requiredParametersOf(vendor, reads, operation));
  return [...new Map(all.map((parameter) => [parameter.variable, parameter])).values()];
}

/** `MAGNIFY_MOTION_ID`, and `MAGNETIQ_CONSUMERS_ID` for a parameter that is only called `id`. */
function parameterVariable(vendor: string, { path }: Operation, name: string): string {
  const [, resource = ''] = /([^/{}]+)\/\{id\}/.exec(path) ?? [];
  const full = name === 'id' ? `${resource}_id` : name;
  const snake = full.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_');
  return variablePrefix(vendor) + snake.toUpperCase();
}

/** Replaces the values of a vendor's environment variables in a text. No text should hold one: this is a second safeguard. */
export function redact(text: string, vendor: string, environment: Environment): string {
  const secrets = Object.entries(environment).flatMap(([name, value = '']) => {
    // Shorter values occur in words by chance.
    return name.startsWith(variablePrefix(vendor)) && value.length >= 6 ? [value] : [];
  });
  return secrets
    .sort((one, other) => other.length - one.length)
    .reduce((rest, secret) => rest.replaceAll(secret, hiddenName), text);
}

/** The environment variables of a vendor, as `--help` prints them. */
export function describeVariables(vendor: string, document: Document | undefined): string {
  const clients = readVendor(vendor).clients.map((client) => {
    return describeCredentials(client) + (client.optional ? ` (optional: ${client.optional})` : '');
  });
  const parameters = document ? readParametersOf(vendor, document) : [];
  const namesOf = (list: readonly ReadParameter[]) => list.map(({ variable }) => variable).join(', ');
  const needed = namesOf(parameters.filter(({ list }) => !list));
  const listed = namesOf(parameters.filter(({ list }) => list));
  const lines = [
    ...clients,
    ...(needed ? [`parameters to set: ${needed}`] : []),
    ...(listed ? [`parameters taken from a list unless set: ${listed}`] : []),
  ];
  return [`  ${vendor}`, ...lines.map((line) => `    ${line}`)].join('\n');
}
