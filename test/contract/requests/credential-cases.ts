import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { baseInput } from './base-input.ts';
import type { OutgoingRequest } from './outgoing-request.ts';
import type { RequestCase } from './request-case.ts';

interface SecurityScheme {
  readonly type: 'apiKey' | 'http' | 'oauth2';
  readonly in?: string;
  readonly name?: string;
  readonly scheme?: string;
}
type Schemes = Readonly<Record<string, SecurityScheme>>;

/** Callers of the examples, by the scheme that names them. */
const callers: Readonly<Record<string, string>> = { userEmail: 'mary@example.com', userExternalId: '56780' };

/** Each security alternative of an operation, and each without one of its credentials. */
export function credentialCases(document: Document, operation: Operation): RequestCase[] {
  const { securitySchemes } = (document as unknown as { components: { securitySchemes: Schemes } }).components;
  const requirements = (operation.object.security ?? []).map((requirement) => Object.keys(requirement));
  if (requirements.length === 0) return [];
  const sets = requirements.flatMap((names) => [
    names,
    ...names.map((left) => names.filter((name) => name !== left)),
    ...names.map((name) => [name]),
  ]);
  const distinct = new Map([...sets, []].map((names) => [[...names].sort().join(' and '), names]));
  const input = baseInput(document, operation);
  const headersOf = (names: readonly string[]) => names.map((name) => headerOf(name, securitySchemes));
  const sending =
    (names: readonly string[], scheme = 'Bearer') =>
    ({ headers }: OutgoingRequest): void => {
      for (const [name] of headersOf(Object.keys(securitySchemes))) headers.delete(name);
      for (const [name, value] of headersOf(names)) headers.set(name, value.replace('Bearer', scheme));
    };
  const cases = [...distinct].map(([name, names]): RequestCase => {
    const enough = requirements.some((requirement) => requirement.every((one) => names.includes(one)));
    return {
      name: `a request with ${name || 'no credentials'}`,
      input,
      change: sending(names),
      ...(!enough && { refusal: 401 }),
    };
  });
  const bearer = requirements.find((names) => headersOf(names).some(([, value]) => value.startsWith('Bearer')));
  const open = requirements.some((names) => names.length === 0);
  if (bearer && !open) {
    cases.push({
      name: 'a token with another scheme than Bearer',
      input,
      change: sending(bearer, 'Basic'),
      refusal: 401,
    });
  }
  return cases;
}

function headerOf(name: string, schemes: Schemes): readonly [name: string, value: string] {
  const scheme = schemes[name];
  if (scheme?.type === 'apiKey' && scheme.in === 'header' && scheme.name)
    return [scheme.name, callers[name] ?? 'demo-key'];
  if (scheme?.type === 'oauth2' || scheme?.scheme === 'bearer') return ['Authorization', 'Bearer demo-token'];
  throw new Error(`${name}: unsupported security scheme. Add it to test/contract/requests/credential-cases.ts.`);
}
