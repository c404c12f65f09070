import { Agent } from 'undici';

/**
 * The dispatcher of the peers on the npm package `undici`.
 *
 * The package shares its global dispatcher with Node, and the undici that loads first creates it. This process has both, and `fetch`
 * must keep Node's own.
 */
export const agent: Agent = new Agent();
