/** Checks, as `<vendor> <name>`, that pass on Prism and fail on the sandbox, and why. */
export const sandboxDifferences: readonly { readonly checks: RegExp; readonly reason: string }[] = [
  {
    checks: /refuses the method (PATCH|PUT|DELETE|POST)$/,
    reason:
      'Prism responds 405. The sandbox throws an error that names the nearest operations, so that a test cannot take it for a response.',
  },
  {
    checks: /^magicbell .+ refuses a body of truncated JSON$/,
    reason:
      'Prism responds 400, which the spec may not declare. The sandbox responds with the 422 that the spec declares.',
  },
  {
    checks:
      /^magicbell (users\/get refuses a path|notificationPreferences\/get refuses a (header|request without the header)) /,
    reason:
      'Prism responds 422, which the spec does not declare for these operations. The sandbox responds with the 404 that it declares, or else with 400.',
  },
  {
    checks: /(accepts a path where (user_id|id|id_or_slug) has 1|accepts a query where institution_public_id has 1) /,
    reason: 'Prism finds an item by every valid id. The sandbox has the items of the examples.',
  },
  {
    checks:
      / accepts (audiences\.listMembers|brands\.get|consumers\.get|motions\.get|motions\.emailMetrics\.list)\.request /,
    reason: 'The vendor prints a placeholder as the id. The sandbox has no item with it.',
  },
  {
    checks: / auth\/createToken accepts (a request without a body|.+ where client_(id|secret) is empty)$/,
    reason:
      'The schema permits credentials that are missing or empty. The sandbox issues tokens for its own credentials.',
  },
  {
    checks:
      /(a header where Idempotency-Key has 0 characters|magnetiq auth\/createToken .+ where the body is null, of type null)$/,
    reason:
      'Prism takes an empty header and a body of `null` for absent ones. The sandbox refuses them, as the Ajv validator does.',
  },
];
