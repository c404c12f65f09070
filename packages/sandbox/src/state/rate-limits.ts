import type { RateLimit } from '../document/openapi.ts';
import type { SandboxOptions } from '../sandbox.ts';
import { assertKnown, SandboxError } from '../sandbox-error.ts';

/** A limit, and when the requests of its last window were. It is exact in any window. */
export interface RateWindow {
  readonly limit: RateLimit;
  starts: number[];
}

/** Counts a request, or returns the limit that makes it wait longest, and for how many seconds. */
export function takeRequest(
  all: readonly RateWindow[],
  method: string,
  now: number,
): { readonly seconds: number; readonly limit: RateLimit } | undefined {
  const windows = all.filter(({ limit: { methods } }) => !methods || methods.includes(method));
  const waits = windows.flatMap((window) => {
    const { limit } = window;
    window.starts = window.starts.filter((start) => start > now - limit.seconds * 1000);
    if (window.starts.length < limit.requests) return [];
    const [oldest = now] = window.starts;
    return [{ seconds: Math.max(1, Math.ceil((oldest - now) / 1000 + limit.seconds)), limit }];
  });
  if (waits.length === 0) for (const { starts } of windows) starts.push(now);
  return waits.sort((one, other) => other.seconds - one.seconds)[0];
}

/** @throws {SandboxError} If the document has no such limits. */
export function chooseLimits(
  declared: readonly RateLimit[] = [],
  option: SandboxOptions['rateLimits'] = false,
): readonly RateLimit[] {
  if (option === false) return [];
  if (typeof option === 'object') {
    const isLimit = ({ requests, seconds }: RateLimit) => requests >= 0 && seconds > 0;
    if (Array.isArray(option) && option.every(isLimit)) return option;
    throw new SandboxError('rateLimits: a limit is `{ requests, seconds }`, such as `{ requests: 10, seconds: 60 }`.');
  }
  const plans = [...new Set(declared.flatMap(({ plan = [] }) => plan))];
  const chosen = declared.filter(({ plan }) => plan === undefined || plan === option);
  if (chosen.length > 0 && (option === true || plans.includes(option))) return chosen;
  if (plans.length > 0) assertKnown('rateLimits: limits are those of a plan, and there is no plan', `${option}`, plans);
  if (declared.length > 0) {
    throw new SandboxError('rateLimits: the limits of the document belong to no plan. Pass `true`.');
  }
  throw new SandboxError('The document has no limits. Give your own: `rateLimits: [{ requests: 10, seconds: 60 }]`.');
}
