import type { Evidence } from './document/openapi.ts';
import type { Token } from './http/credentials.ts';
import type { Reply } from './http/reply.ts';
import type { Assumption, SandboxOptions, SandboxRequest } from './sandbox.ts';
import { SandboxError } from './sandbox-error.ts';
import { Collection } from './state/collection.ts';
import type { PendingFault } from './state/faults.ts';
import { randomOf } from './state/ids.ts';
import { chooseLimits, type RateWindow } from './state/rate-limits.ts';
import type { Vendor } from './vendor.ts';

/** All that changes while a sandbox runs. A reset makes a new one. */
export interface State {
  readonly vendor: Vendor;
  readonly collections: ReadonlyMap<string, Collection>;
  readonly tokens: Map<string, Token>;
  /** The first responses under idempotency keys, by operation and key. */
  readonly replies: Map<string, KeptReply>;
  readonly limits: readonly RateWindow[];
  /** In the order in which they were added. */
  readonly faults: PendingFault[];
  /** What requests leaned on that is not documented. Each time, it is a new object, which tells what one request leaned on. */
  readonly assumptions: Map<string, Assumption>;
  /** The last requests, oldest first. */
  readonly requests: SandboxRequest[];
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly date: () => number;
  readonly isStrict: boolean;
}
interface KeptReply {
  readonly reply: Reply;
  /** The body of the request. */
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** @param date Milliseconds since 1970. */
export function createState(vendor: Vendor, options: SandboxOptions, date: () => number): State {
  const { document } = vendor;
  const resources = Object.entries(document['x-resources'] ?? {});
  return {
    vendor,
    collections: new Map(resources.map(([name, resource]) => [name, new Collection(name, resource)])),
    tokens: new Map(),
    replies: new Map(),
    limits: chooseLimits(document['x-rate-limits'], options.rateLimits).map((limit) => ({ limit, starts: [] })),
    faults: [],
    assumptions: new Map(),
    requests: [],
    random: randomOf(options.seed ?? 1),
    date,
    isStrict: options.strict === 'documented',
  };
}

/**
 * Notes what a request leans on, unless it is documented.
 *
 * @throws {SandboxError} If the sandbox is strict.
 */
export function noteEvidence(
  { assumptions, isStrict }: State,
  operation: string,
  place: string,
  evidence: Evidence | undefined,
): void {
  if (!evidence || evidence.level === 'documented') return;
  const { level, note = '' } = evidence;
  assumptions.set(`${operation} ${place}`, { operation, place, level, note });
  if (isStrict) {
    throw new SandboxError(`${operation} leans on what is ${level}, not documented: ${place}. ${note}`.trim());
  }
}
