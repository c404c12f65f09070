import { writeProgram } from '../write-program.ts';
import type { Command, Stage } from './counterpart.ts';

interface ProgramOptions {
  readonly parameters?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The undici that is installed beside the packages. @default 'undici-7-30' */
  readonly undici?: string;
  /** What stands in the program for these names. */
  readonly constants?: Readonly<Record<string, string>>;
}

/** A command that runs one of `programs/` on the runtime of a stage. */
export function programCommand(
  { runtime, project, origin }: Stage,
  program: string,
  options: ProgramOptions = {},
): Command {
  const { parameters = [], environment = {}, undici = 'undici-7-30', constants } = options;
  const isNode = runtime.id.startsWith('node-');
  const folder = isNode ? project.withPeers(undici) : project.folder;
  const load = runtime.loads.includes('import') ? 'import' : 'bundle';
  const script = writeProgram(`counterparts/programs/${program}.ts`, folder, load, { ORIGIN: origin, ...constants });
  return { words: [...runtime.command(script, folder, ''), ...parameters], folder, environment };
}
