import type { Case } from './case.ts';
import { untrustedCertificate } from './certificate.ts';
import { emptyObject, emptyServerError, html } from './error-responses.ts';
import { manyResetGets, manyResetKeyed } from './resets.ts';
import * as retry from './retry.ts';
import { printedError, redirect } from './secrets.ts';
import { abortedWait, stalledBody } from './time.ts';
import { deadToken } from './token.ts';

/** The cases, in the order of the table. */
export const cases: readonly Case[] = [
  retry.retryAfter,
  retry.absurdRetryAfter,
  retry.tooManyRequests,
  retry.resetGet,
  retry.cutGet,
  retry.stalledGet,
  retry.unkeyedServerError,
  retry.unkeyedReset,
  retry.keyedUnavailable,
  retry.keyedReset,
  manyResetGets,
  manyResetKeyed,
  untrustedCertificate,
  stalledBody,
  abortedWait,
  emptyObject,
  emptyServerError,
  html,
  redirect,
  printedError,
  deadToken,
];
