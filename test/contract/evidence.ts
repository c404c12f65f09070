/**
 * The evidence that a check gives. `fixtures`: the spec agrees with what the vendor's pages print. `calls`: the client's requests and
 * the responses that it reads agree with the spec. `schemas`: the parts of the spec agree with each other, and the Ajv validator
 * agrees with made-up responses.
 */
export type Evidence = 'fixtures' | 'calls' | 'schemas';

/** The kinds of evidence, strongest first: only `fixtures` are independent of the spec. */
export const evidenceKinds: readonly Evidence[] = ['fixtures', 'calls', 'schemas'];
