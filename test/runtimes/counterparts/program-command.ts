import { writeProgram } from '../write-program.ts';
import type { Command, CommandContext } from './counterpart.ts';

interface ProgramOptions {
  readonly parameters?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The undici that is installed together with the packages. @default 'undici-7-30' */
  readonly undici?: string;
  /** Values that replace these names in the program. */
  readonly constants?: Readonly<Record<string, string>>;
}

/** Creates a command that runs one of `programs/`. */
export function programCommand(
  { runtime, project, origin }: CommandContext,
  program: string,
  options: ProgramOptions = {},
): Command {
  const { parameters = [], environment = {}, undici = 'undici-7-30', constants } = options;
  const isNode = runtime.id.startsWith('node-');
  const folder = isNode ? project.withPeers(undici) : project.folder;
  const load = runtime.loads.includes('import') ? 'import' : 'bundle';
  const script = writeProgram(`counterparts/programs/${program}.ts`, folder, load, { ORIGIN: origin, ...constants });
  return { argv: [...runtime.command(script, folder, ''), ...parameters], folder, environment };
}
