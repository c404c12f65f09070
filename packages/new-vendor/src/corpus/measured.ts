import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** The result for a document. */
export interface Measured {
  readonly operations: number;
  readonly methods: number;
  /** Methods of operations that ask for credentials. */
  readonly secured: number;
  /** Methods whose client also sends the credentials that the document asks for. */
  readonly withCredentials: number;
  /** In how many places each kind of type, example or text is less exact than the document. */
  readonly open: Readonly<Record<string, number>>;
  /** How many operations each reason has left out. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Why the whole document was refused. */
  readonly refused?: string;
}

/** A run of a program in a process of its own. */
export interface ProgramRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** CPU time of the process and of the programs that it ran, in seconds. */
  readonly seconds: number;
  /** Peak memory of its largest process of Node, in MB. */
  readonly megabytes: number;
}

/** Prints what a process of Node has used when it ends. Linux also tells the CPU time of the programs that it ran, in hundredths. */
const meter = `import { readFileSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  let seconds = (userCPUTime + systemCPUTime) / 1e6;
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1).split(' ');
    seconds += (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {}
  process.stderr.write('\\nused ' + seconds + ' ' + maxRSS / 1024 + '\\n');
});`;

/** Runs a program of Node in a process of its own, so that a crash costs no other document. */
export async function runProgram(parameters: readonly string[], folder: string): Promise<ProgramRun> {
  const imported = `--import=data:text/javascript,${encodeURIComponent(meter).replaceAll("'", '%27')}`;
  const child = spawn(process.execPath, parameters, {
    cwd: folder,
    // By the environment, since a program may start another one that does the work.
    env: { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${imported}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  const used = [...stderr.matchAll(/\nused ([\d.]+) ([\d.]+)\n/g)];
  const [, seconds = 'NaN'] = used.at(-1) ?? [];
  return {
    status,
    stdout,
    stderr,
    seconds: Number(seconds),
    megabytes: Math.max(...used.map(([, , size]) => Number(size))),
  };
}
