import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { attemptChecks } from '../attempts/attempt.ts';
import { bodyAttempts } from '../attempts/body-attempts.ts';
import { credentialAttempts } from '../attempts/credential-attempts.ts';
import { envelopeAttempts } from '../attempts/envelope-attempts.ts';
import { methodAttempts } from '../attempts/method-attempts.ts';
import { parameterAttempts } from '../attempts/parameter-attempts.ts';
import { unsendableChecks } from '../attempts/unsendable-checks.ts';
import type { Check } from '../check.ts';

/** Each constraint of each request met and broken: what is inside is accepted, what is outside is the client's typed error. */
export function refusalChecks(vendor: string): Check[] {
  const document = readSpec(vendor);
  return operationsOf(document).flatMap((operation) => [
    ...attemptChecks(vendor, operation, [
      ...credentialAttempts(document, operation),
      ...parameterAttempts(document, operation),
      ...envelopeAttempts(document, operation),
      ...bodyAttempts(document, operation),
      ...methodAttempts(document, operation),
    ]),
    ...unsendableChecks(vendor, document, operation),
  ]);
}
