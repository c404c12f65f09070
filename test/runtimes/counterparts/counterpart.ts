import type { Project } from '../project.ts';
import type { Runtime } from '../runtime.ts';

/** Something that users have beside the packages, or a property of the default transport: a row of the table. */
export interface Counterpart {
  /** As it is called on the command line. */
  readonly id: string;
  /** What holds, as a sentence. */
  readonly name: string;
  /** Ids of the runtimes that it is run on. */
  readonly on: readonly string[];
  /** Where the counterpart itself does not work. Each is verified. */
  readonly limits?: readonly Limit[];
  /** What makes its commands, which exit with 0 if it holds. Each is run with loopback servers of its own. */
  readonly commands: readonly ((stage: Stage) => Command)[];
}

/** What a counterpart itself cannot do on some runtimes. */
export interface Limit {
  readonly on: readonly string[];
  readonly reason: string;
  /** What every command prints there when it fails. */
  readonly output: RegExp;
}

/** What a command is made from. */
export interface Stage {
  readonly runtime: Runtime;
  readonly project: Project;
  /** Addresses of the loopback servers. */
  readonly origin: string;
  readonly proxy: string;
  readonly tls: string;
  /** The file of the certificate that `tls` has. */
  readonly certificate: string;
}

export interface Command {
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a counterpart came to on one runtime. */
export interface Cell {
  readonly counterpart: string;
  readonly verdict: 'passed' | 'failed' | 'limit';
  /** Why it failed, or the reason of the limit. */
  readonly reason?: string;
}
