import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { isSendable, type SecurityScheme, schemesOf } from '@plumbline/spec-tools/document/security-scheme';
import { sandboxCredentials } from '../start-sandbox.ts';
import { baseInput } from './base-input.ts';
import type { OutgoingRequest } from './outgoing-request.ts';
import type { RequestCase } from './request-case.ts';

/** Callers of the examples, by the scheme that names them. */
const callers: Readonly<Record<string, string>> = { userEmail: 'mary@example.com', userExternalId: '56780' };

/** Where a request has a credential, and the credential. */
interface Sent {
  readonly in: 'header' | 'query' | 'cookie';
  readonly name: string;
  readonly value: string;
}

/** Each security alternative of an operation, and each without one of its credentials. */
export function credentialCases(document: Document, operation: Operation): RequestCase[] {
  const schemes = schemesOf(document);
  // A certificate belongs to the connection.
  const requirements = (operation.object.security ?? [])
    .map((requirement) => Object.keys(requirement).filter((name) => schemes.get(name)?.type !== 'mutualTLS'))
    .filter((names) => names.every((name) => isSendable(schemes.get(name) ?? { type: '' })));
  if (requirements.length === 0) return [];
  const known = sandboxCredentials(document);
  const sentOf = (names: readonly string[]) =>
    names.map((name) => sentFor(name, schemes.get(name) ?? { type: '' }, known));
  const sets = requirements.flatMap((names) => [
    names,
    ...names.map((left) => names.filter((name) => name !== left)),
    ...names.map((name) => [name]),
  ]);
  const distinct = new Map([...sets, []].map((names) => [[...names].sort().join(' and '), names]));
  const input = baseInput(document, operation);
  const sending =
    (names: readonly string[], scheme = 'Bearer') =>
    (request: OutgoingRequest): void => {
      for (const one of sentOf([...schemes.keys()])) remove(request, one);
      for (const one of sentOf(names)) add(request, { ...one, value: one.value.replace('Bearer', scheme) });
    };
  const authorizes = (name: string) => sentOf([name]).some((one) => one.name.toLowerCase() === 'authorization');
  const cases = [...distinct].map(([name, names]): RequestCase => {
    // A key in `Authorization` may be any text, also another credential.
    const has = (one: string) =>
      names.includes(one) || (schemes.get(one)?.type === 'apiKey' && authorizes(one) && names.some(authorizes));
    const enough = requirements.some((requirement) => requirement.every(has));
    return {
      name: `a request with ${name || 'no credentials'}`,
      input,
      change: sending(names),
      ...(!enough && { refusal: 401 }),
    };
  });
  const isBearer = (name: string) => sentOf([name]).some(({ value }) => value.startsWith('Bearer '));
  const bearer = requirements.find((names) => names.some(isBearer));
  const takesOther = requirements.some(
    (names) => names.length === 0 || names.some((one) => authorizes(one) && !isBearer(one)),
  );
  if (bearer && !takesOther) {
    cases.push({
      name: 'a token with another scheme than Bearer',
      input,
      change: sending(bearer, 'Basic'),
      refusal: 401,
    });
  }
  return cases;
}

function sentFor(
  scheme: string,
  { type, in: place = '', name = '', scheme: kind = 'bearer' }: SecurityScheme,
  known: Readonly<Record<string, string>>,
): Sent {
  const value = callers[scheme] ?? known[scheme];
  if (type === 'apiKey') return { in: place as Sent['in'], name, value: value ?? 'demo-key' };
  const isBearer = type !== 'http' || /^bearer$/i.test(kind);
  const text = /^basic$/i.test(kind) ? btoa(value ?? 'demo:demo') : (value ?? 'demo-token');
  return { in: 'header', name: 'Authorization', value: `${isBearer ? 'Bearer' : kind} ${text}` };
}

function remove(request: OutgoingRequest, { in: place, name }: Sent): void {
  if (place === 'header') request.headers.delete(name);
  if (place === 'query') request.url = changeQuery(request.url, (pairs) => pairs.filter((pair) => !isOf(pair, name)));
  if (place === 'cookie') setCookies(request, (pairs) => pairs.filter((pair) => !isOf(pair, name)));
}

function add(request: OutgoingRequest, { in: place, name, value }: Sent): void {
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  if (place === 'header') request.headers.set(name, value);
  if (place === 'query') request.url = changeQuery(request.url, (pairs) => [...pairs, pair]);
  if (place === 'cookie') setCookies(request, (pairs) => [...pairs, `${name}=${value}`]);
}

/** Changes the pairs of a query, and leaves the others as they are written. */
function changeQuery(url: string, change: (pairs: string[]) => string[]): string {
  const [path = '', query = ''] = url.split('?', 2);
  const pairs = change(query.split('&').filter(Boolean));
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}

function setCookies({ headers }: OutgoingRequest, change: (pairs: string[]) => string[]): void {
  const pairs = change((headers.get('Cookie') ?? '').split(/; */).filter(Boolean));
  if (pairs.length > 0) headers.set('Cookie', pairs.join('; '));
  else headers.delete('Cookie');
}

function isOf(pair: string, name: string): boolean {
  return decodeURIComponent(pair.split('=', 1)[0] ?? '') === name;
}
