import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import type { Attempt } from './attempt.ts';
import { baseInput } from './base-input.ts';
import type { Wire } from './wire.ts';

interface SecurityScheme {
  readonly type: 'apiKey' | 'http' | 'oauth2';
  readonly in?: string;
  readonly name?: string;
  readonly scheme?: string;
}
type Schemes = Readonly<Record<string, SecurityScheme>>;

/** Each way in that an operation documents, and each with one of its credentials left out. */
export function credentialAttempts(document: Document, operation: Operation): Attempt[] {
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
    ({ headers }: Wire): void => {
      for (const [name] of headersOf(Object.keys(securitySchemes))) headers.delete(name);
      for (const [name, value] of headersOf(names)) headers.set(name, value.replace('Bearer', scheme));
    };
  const attempts = [...distinct].map(([name, names]): Attempt => {
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
    attempts.push({
      name: 'a token that is not sent as Bearer',
      input,
      change: sending(bearer, 'Basic'),
      refusal: 401,
    });
  }
  return attempts;
}

function headerOf(name: string, schemes: Schemes): readonly [name: string, value: string] {
  const scheme = schemes[name];
  if (scheme?.type === 'apiKey' && scheme.in === 'header' && scheme.name) return [scheme.name, 'demo-key'];
  if (scheme?.type === 'oauth2' || scheme?.scheme === 'bearer') return ['Authorization', 'Bearer demo-token'];
  throw new Error(`Nobody knows how \`${name}\` is sent. Add it to test/contract/attempts/credential-attempts.ts.`);
}
