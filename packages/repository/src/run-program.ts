/** Runs programs so that a signal leaves none of them behind: it ends them first, then this process, as the default of the signal does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';

/** The result of a program. */
export interface ProgramRun {
  readonly status: number | null;
  /** The signal that ended it. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Its standard input. @default none */
  readonly input?: string;
  /** Shows its standard error, and its standard output if `all`, on the standard error of this process. @default nothing is shown */
  readonly shown?: 'all' | 'errors';
  /** Finds the program as a shell does. */
  readonly shell?: boolean;
}

const running = new Set<ChildProcess>();
let interruption: NodeJS.Signals | undefined;
let signals = 0;
let isListening = false;

/**
 * Runs a program to its end, with all that it starts. After a signal to this process it does not resolve, since the process ends.
 *
 * @throws {Error} When the program cannot be started.
 */
export async function runProgram(
  program: string,
  parameters: readonly string[],
  { cwd, env = process.env, input, shown, shell = false }: ProgramOptions,
): Promise<ProgramRun> {
  exitOnSignals();
  const child = spawn(program, parameters, {
    cwd,
    env,
    shell,
    // A group of its own: Ctrl+C in a terminal reaches only this process, which then ends the group.
    detached: hasGroups,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', shown ? 'inherit' : 'pipe'],
  });
  running.add(child);
  const closed = new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject);
    // Its pipes close when all that it started has ended.
    child.on('close', (...result) => {
      running.delete(child);
      if (interruption && running.size === 0) process.exit(statusOf(interruption));
      if (!interruption) resolve(result);
    });
  });
  child.stdin?.end(input);
  if (shown === 'all') child.stdout?.pipe(process.stderr, { end: false });
  const [stdout, stderr, [status, signal]] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    closed,
  ]).finally(() => running.delete(child));
  return { status, signal, stdout, stderr };
}

/** The signal that ends this process, for what listens to `exit`. */
export function interruptedBy(): NodeJS.Signals | undefined {
  return interruption;
}

/** Ends the process on a signal as its default does, but after its programs and after what listens to `exit`. */
export function exitOnSignals(): void {
  if (isListening) return;
  isListening = true;
  for (const name of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(name, () => interrupt(name));
  process.on('exit', () => endAll('SIGKILL'));
  if (hasGroups && process.env.npm_lifecycle_event) exitWithParent();
}

/** Of a script, npm ends only the shell that it runs it in. */
function exitWithParent(): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    interrupt('SIGTERM');
  }, 200);
  watch.unref();
}

function interrupt(name: NodeJS.Signals): void {
  interruption ??= name;
  signals++;
  if (running.size === 0) process.exit(statusOf(interruption));
  // npm sends Ctrl+C a second time. Who sends more does not want to wait.
  endAll(signals > 2 ? 'SIGKILL' : 'SIGTERM');
}

function endAll(signal: NodeJS.Signals): void {
  for (const child of running) {
    try {
      if (hasGroups && child.pid) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // It has ended.
    }
  }
}

const hasGroups = process.platform !== 'win32';

/** The exit status of a process that a signal ended. */
function statusOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
