import type { Operation } from './document/operations.ts';
import { hideCredentials, readRequest } from './http/read-request.ts';
import { declaredFor, exampleOf, type Reply, replyWith } from './http/reply.ts';
import { route } from './http/route.ts';
import { connectionError, send } from './http/send.ts';
import { addItem, resourcesOf } from './resources.ts';
import { respond } from './respond.ts';
import type { Fault, Sandbox, SandboxClock, SandboxOf, SandboxOptions, SandboxRequest, VendorData } from './sandbox.ts';
import { assertKnown, SandboxError } from './sandbox-error.ts';
import { readFault, takeFault } from './state/faults.ts';
import { createState } from './state.ts';
import { readVendor } from './vendor.ts';

const optionNames = ['clock', 'seed', 'rateLimits', 'examples', 'strict'];
/** `requests` has the last ones. */
const maxRequests = 10_000;

/**
 * Makes a vendor that runs in memory: it stores what is created, refuses what the vendor refuses, and fails when a test says so.
 *
 * @param data The default export of `@plumbline/spec-<vendor>/sandbox`, or an OpenAPI 3.1 document.
 * @throws {SandboxError} If an option is unknown or invalid, or the data is not an OpenAPI document.
 * @example
 * import data from '@plumbline/spec-magicbell/sandbox';
 *
 * const vendor = createSandbox(data);
 * const magicbell = createMagicBell({ ...vendor.credentials, fetch: vendor.fetch });
 */
export function createSandbox<const Data extends VendorData>(
  data: Data,
  options: SandboxOptions = {},
): SandboxOf<Data> {
  for (const name of Object.keys(options)) assertKnown('createSandbox: unknown option', name, optionNames);
  const { clock = platformClock, seed = 1, strict = 'documented' } = options;
  if (strict !== 'documented') throw new SandboxError(`createSandbox: strict is ${strict}. Pass 'documented'.`);
  if (!Number.isFinite(seed)) throw new SandboxError(`createSandbox: seed is ${seed}. Pass a number.`);
  if (typeof clock.date !== 'function' || typeof clock.after !== 'function') {
    throw new SandboxError('createSandbox: the clock lacks `date` or `after`. Pass the clock of the client.');
  }
  const vendor = readVendor(data);
  let moved = 0;
  const start = () => {
    moved = 0;
    const state = createState(vendor, options, () => clock.date() + moved);
    if (!options.examples) return state;
    for (const [name, items] of vendor.examples) for (const item of items) addItem(state, name, item);
    return state;
  };
  let state = start();

  const sandbox: Sandbox = {
    credentials: { ...vendor.credentials.issued },
    resources: resourcesOf(() => state),
    get requests() {
      return state.requests;
    },
    fail(operation, rule) {
      state.faults.push(readFault(operation, rule, vendor.operations));
    },
    assumptions: () => [...state.assumptions.values()],
    async advance(milliseconds) {
      if (!Number.isFinite(milliseconds) || milliseconds < 0) {
        throw new SandboxError(`advance: ${milliseconds} is not a number of milliseconds from 0.`);
      }
      if (clock.advance) await clock.advance(milliseconds);
      else moved += milliseconds;
    },
    reset() {
      state = start();
    },
    async fetch(input, init = {}) {
      const received = await readRequest(input, init);
      const { requests, faults, tokens, random } = state;
      const match = route(vendor.operations, received);
      const { id, method } = match.operation;
      const request = { operation: id, method, ...hideCredentials(vendor.credentials, received) };
      const recorded: { -readonly [Key in keyof SandboxRequest]: SandboxRequest[Key] } = {
        ...request,
        status: undefined,
      };
      requests.push(recorded);
      if (requests.length > maxRequests) requests.shift();

      const token = received.headers.get('authorization')?.split(' ').at(-1) ?? '';
      const fault = takeFault(faults, id, tokens.has(token), random);
      if (fault === 'no-connection') throw connectionError('ECONNREFUSED');
      if (fault === 'token-revoked') tokens.set(token, { scopes: [], expiresAt: 0 });
      const reply = faultyReply(match.operation, fault) ?? respond(state, match, received);
      const sent = method === 'HEAD' ? { ...reply, body: undefined } : reply;
      const response = await send(sent, fault, clock, received.signal);
      recorded.status = reply.status;
      return response;
    },
  };
  return sandbox as unknown as SandboxOf<Data>;
}

/** The response of a fault in the place of the vendor's. */
function faultyReply(operation: Operation, fault: Fault | undefined): Reply | undefined {
  if (fault === 'not-json') return replyWith(200, 'text/html', '<!doctype html><title>Proxy</title>');
  if (typeof fault !== 'object' || !('status' in fault)) return undefined;
  const headers = Object.fromEntries(new Headers(fault.headers));
  const { media, mediaType = 'application/json' } = declaredFor(operation, fault.status);
  const { body = exampleOf({ media, mediaType }) } = fault;
  return replyWith(fault.status, headers['content-type'] ?? mediaType, body, headers);
}

const platformClock: SandboxClock = {
  date: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
