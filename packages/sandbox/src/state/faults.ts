import type { Operation } from '../document/operations.ts';
import type { Fault, FaultRule } from '../sandbox.ts';
import { assertKnown, SandboxError } from '../sandbox-error.ts';

/** A rule of `fail`, with how many requests it still makes fail. */
export interface PendingFault {
  readonly operation: string;
  readonly fault: Fault;
  readonly rate: number;
  left: number;
}

/**
 * Reads a rule of `fail`.
 *
 * @throws {SandboxError} If there is no such operation or fault, or a number is none.
 */
export function readFault(operation: string, rule: FaultRule, operations: readonly Operation[]): PendingFault {
  assertKnown('fail: the document has no operation', String(operation), [...operations.map(({ id }) => id), '*']);
  assert(rule instanceof Object, `the rule of "${operation}" is not an object. Pass \`{ with: 'stalled' }\`.`);
  const { with: fault, rate = 1, times = rule.rate === undefined ? 1 : Infinity } = rule;
  for (const name of Object.keys(rule)) assertKnown('fail: unknown option', name, ['with', 'times', 'rate']);
  if (typeof fault === 'string') assertKnown('fail: there is no fault', fault, kinds);
  const { slow, status } = Object(fault);
  const isStatus = Number.isInteger(status) && status >= 200 && status <= 599;
  assert(
    typeof fault === 'string' || (typeof slow === 'number' && slow >= 0) || isStatus,
    '`with` is a name of a fault, `{ slow: milliseconds }`, or `{ status }` from 200 to 599.',
  );
  const issuesTokens = operations.some(({ kind }) => kind === 'token');
  assert(fault !== 'token-revoked' || issuesTokens, 'the document issues no access tokens, so none can be revoked.');
  const isTimes = times === Infinity || (Number.isInteger(times) && times > 0);
  assert(isTimes, `\`times\` is ${times}. It is a whole number above 0.`);
  assert(rate > 0 && rate <= 1, `\`rate\` is ${rate}. It is a share above 0, up to 1.`);
  return { operation, fault, rate, left: times };
}

const kinds = ['no-connection', 'response-lost', 'cut-off', 'stalled', 'not-json', 'token-revoked'];

function assert(condition: boolean, message: string): void {
  if (!condition) throw new SandboxError(`fail: ${message}`);
}

/**
 * The fault of the next request of an operation: that of the first rule that applies.
 *
 * @param hasToken Whether the request has a token that can be revoked.
 */
export function takeFault(
  faults: readonly PendingFault[],
  operation: string,
  hasToken: boolean,
  random: () => number,
): Fault | undefined {
  const applies = (one: PendingFault) =>
    one.left > 0 &&
    ['*', operation].includes(one.operation) &&
    (hasToken || one.fault !== 'token-revoked') &&
    (one.rate === 1 || random() < one.rate);
  const rule = faults.find(applies);
  if (rule) rule.left--;
  return rule?.fault;
}
