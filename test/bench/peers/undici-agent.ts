import { Agent } from 'undici';

/**
 * What the peers on the npm package `undici` send through.
 *
 * The package shares its global dispatcher with Node: the first of both to be loaded makes it. Here one process has both, and
 * `fetch` must keep Node's own.
 */
export const agent: Agent = new Agent();
