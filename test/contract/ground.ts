/**
 * What the checks of a suite rest on. `words`: what the vendor's own pages print. `calls`: requests of the client, and what it reads of
 * their answers. `schemas`: what one part of the spec says of another, and made-up answers that only the second judge sees.
 */
export type Ground = 'words' | 'calls' | 'schemas';

/** The grounds, the strongest first: words alone owe nothing to the spec. */
export const grounds: readonly Ground[] = ['words', 'calls', 'schemas'];
