import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../project.ts';
import { type Runtime, start } from '../runtime.ts';
import type { Command, Counterpart, CounterpartResult } from './counterpart.ts';
import { LoopbackOrigin } from './loopback-origin.ts';
import { LoopbackProxy } from './loopback-proxy.ts';
import { LoopbackTls } from './loopback-tls.ts';

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Milliseconds after which a command counts as hung. No command takes nearly as long. */
const timeout = 300_000;

/** Runs the commands of a counterpart on a runtime, each with its own servers. */
export async function runCounterpart(
  counterpart: Counterpart,
  runtime: Runtime,
  project: Project,
): Promise<CounterpartResult> {
  const { id, limits = [], commands } = counterpart;
  const limit = limits.find(({ on }) => on.includes(runtime.id));
  const failed = (reason: string): CounterpartResult => ({ counterpart: id, verdict: 'failed', reason });
  for (const command of commands) {
    const { code, output } = await runWithServers(command, runtime, project);
    if (!limit) {
      if (code !== 0) return failed(output);
      continue;
    }
    if (code === 0) return failed(`The limit "${limit.reason}" is stale: the command passed. Remove the limit.`);
    if (!limit.output.test(output))
      return failed(`The limit "${limit.reason}" is not the cause of this failure.\n${output}`);
  }
  return limit ? { counterpart: id, verdict: 'limit', reason: limit.reason } : { counterpart: id, verdict: 'passed' };
}

/** Runs a command with its own servers. */
async function runWithServers(
  command: Counterpart['commands'][number],
  runtime: Runtime,
  project: Project,
): Promise<Ended> {
  const origin = new LoopbackOrigin();
  const proxy = new LoopbackProxy(origin);
  const tls = new LoopbackTls();
  const certificate = join(project.folder, 'loopback.pem');
  writeFileSync(certificate, tls.certificate);
  try {
    const [originUrl, proxyUrl, tlsUrl] = await Promise.all([origin.listen(), proxy.listen(), tls.listen()]);
    return await run(command({ runtime, project, origin: originUrl, proxy: proxyUrl, tls: tlsUrl, certificate }));
  } finally {
    for (const server of [tls, proxy, origin]) server.close();
  }
}

/** Runs a command to its end. A command that hangs is killed, and counts as failed. */
async function run({ argv, folder, environment }: Command): Promise<Ended> {
  const program = start(argv, folder, environment);
  let hung = false;
  const timer = setTimeout(() => {
    hung = true;
    program.stop();
  }, timeout);
  const { code, output } = await program.ended;
  clearTimeout(timer);
  return hung ? { code: null, output: `The command was killed after ${timeout} ms.\n${output}` } : { code, output };
}
