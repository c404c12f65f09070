/** How often each property is tried, and from where chance begins: a failure can be had again. */
export const runs = { numRuns: 200, seed: 20_240_229 } as const;

/** What a token endpoint answers, for the calls that need a token first. */
export function tokenAnswer(): Response {
  return Response.json({ access_token: 'demo-token', expires_in: 3600 });
}
