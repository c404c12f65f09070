import type { Operation } from '@plumbline/spec-tools/document/document';

/** The status that the mock refuses bad input with: of those that the spec declares, else its own 422. */
export function refusalStatus({ responses }: Operation): number {
  if ('422' in responses) return 422;
  return '400' in responses ? 400 : 422;
}
