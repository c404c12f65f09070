import type { Document, RateLimitExtension } from '../document/document.ts';
import { literal } from './literal.ts';

/** The documented rate limits as a client's limiter takes them: a list, or a list for each plan. Nothing where there are none. */
export function generateRateLimits({ 'x-rate-limits': limits = [] }: Document): string | undefined {
  if (limits.length === 0) return undefined;
  const plans = [...new Set(limits.map(({ plan }) => plan))].filter((plan) => plan !== undefined);
  if (plans.length === 0) return `export const rateLimits: readonly RateLimit[] = ${literal(limits.map(limitOf))};`;
  const byPlan = plans.map((plan) => [plan, limits.filter((limit) => limit.plan === plan).map(limitOf)]);
  const names = plans.map((plan) => JSON.stringify(plan)).join(' | ');
  const type = `Readonly<Record<${names}, readonly RateLimit[]>>`;
  return `export const rateLimits: ${type} = ${literal(Object.fromEntries(byPlan))};`;
}

function limitOf({ methods, requests, seconds }: RateLimitExtension): object {
  return { requests, seconds, methods };
}
