import type { Project } from '../project.ts';
import type { Runtime } from '../runtime.ts';

/** Software that users combine with the packages, or a property of the transports: a row of the table. */
export interface Counterpart {
  /** Name on the command line. */
  readonly id: string;
  /** The property that its commands check, as a sentence. */
  readonly name: string;
  /** Ids of the runtimes that it runs on. */
  readonly on: readonly string[];
  /** The runtimes on which the counterpart itself cannot work. Each limit is verified. */
  readonly limits?: readonly Limit[];
  /** Create the commands, which exit with 0 if the property holds. Each command has its own loopback servers. */
  readonly commands: readonly ((context: CommandContext) => Command)[];
}

/** What a counterpart itself cannot do on some runtimes. */
export interface Limit {
  readonly on: readonly string[];
  readonly reason: string;
  /** Output of every command that fails on these runtimes. */
  readonly output: RegExp;
}

/** What a command may use. */
export interface CommandContext {
  readonly runtime: Runtime;
  readonly project: Project;
  /** URLs of the loopback servers. */
  readonly origin: string;
  readonly proxy: string;
  readonly tls: string;
  /** Path of the certificate of `tls`. */
  readonly certificate: string;
}

export interface Command {
  /** The program, and its parameters. */
  readonly argv: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The result of a counterpart on one runtime. */
export interface CounterpartResult {
  readonly counterpart: string;
  readonly verdict: 'passed' | 'failed' | 'limit';
  /** Output of the failed command, or the reason of the limit. */
  readonly reason?: string;
}
