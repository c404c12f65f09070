/** A change to the good document that one rule, and no other, must report, `at` these locations. */
export type BadDocument = {
  rule: string;
  /** New values by location: a pointer into openapi.yaml, or `file#/pointer`. `undefined` removes the value. */
  change: Record<string, unknown>;
  at: string[];
};

/** A bad document with one changed value. */
export function fault(rule: string, location: string, value: unknown, at: string = location): BadDocument {
  return { rule, change: { [location]: value }, at: [at] };
}
