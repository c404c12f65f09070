/** Checks, as `<vendor> <name>`, that pass on Prism and fail on the sandbox, and why. */
export const sandboxDifferences: readonly { readonly checks: RegExp; readonly reason: string }[] = [
  {
    checks: /accepts a query where institution_public_id has 1 /,
    reason: 'Prism finds an item by every valid id. The sandbox has the items of the examples.',
  },
  {
    checks:
      / accepts (audiences\.listMembers|brands\.get|consumers\.get|motions\.get|motions\.emailMetrics\.list)\.request /,
    reason: 'The vendor prints a placeholder as the id. The sandbox has no item with it.',
  },
];
