/** What of a spec can be reached, in the order of the report. */
export const kinds = [
  'operations',
  'statuses',
  'mediaTypes',
  'parameters',
  'requestProperties',
  'responseProperties',
] as const;
export type Kind = (typeof kinds)[number];

/** Of each kind, the names of what is there. */
export type Names = Readonly<Record<Kind, Set<string>>>;

/** No names yet. */
export function noNames(): Names {
  return Object.fromEntries(kinds.map((kind) => [kind, new Set<string>()])) as Names;
}
