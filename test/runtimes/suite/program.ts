/** The suite as a program: Node, Bun, Deno, and a page. */
import { run } from './run.ts';

declare const SERVER: string;

run(SERVER);
