/** The kinds of what a spec declares, in the order of the report. */
export const kinds = [
  'operations',
  'statuses',
  'mediaTypes',
  'parameters',
  'requestProperties',
  'responseProperties',
] as const;
export type Kind = (typeof kinds)[number];

/** Names by kind. */
export type Names = Readonly<Record<Kind, Set<string>>>;

/** No names yet. */
export function noNames(): Names {
  return Object.fromEntries(kinds.map((kind) => [kind, new Set<string>()])) as Names;
}
