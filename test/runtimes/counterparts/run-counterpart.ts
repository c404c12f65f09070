import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from '../project.ts';
import { type Runtime, start } from '../runtime.ts';
import type { Cell, Command, Counterpart } from './counterpart.ts';
import { LoopbackOrigin } from './loopback-origin.ts';
import { LoopbackProxy } from './loopback-proxy.ts';
import { LoopbackTls } from './loopback-tls.ts';

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Milliseconds until a command counts as hung: far more than any takes. */
const patience = 300_000;

/** Runs the commands of a counterpart on a runtime, each against servers of its own. */
export async function runCounterpart(counterpart: Counterpart, runtime: Runtime, project: Project): Promise<Cell> {
  const { id, limits = [], commands } = counterpart;
  const limit = limits.find(({ on }) => on.includes(runtime.id));
  const failed = (reason: string): Cell => ({ counterpart: id, verdict: 'failed', reason });
  for (const command of commands) {
    const { code, output } = await runOnStage(command, runtime, project);
    if (!limit) {
      if (code !== 0) return failed(output);
      continue;
    }
    if (code === 0) return failed(`The limit "${limit.reason}" is stale: it works now.`);
    if (!limit.output.test(output)) return failed(`The limit "${limit.reason}" is not why it fails.\n${output}`);
  }
  return limit ? { counterpart: id, verdict: 'limit', reason: limit.reason } : { counterpart: id, verdict: 'passed' };
}

/** Runs a command with servers of its own. */
async function runOnStage(
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

/** Runs a command to its end. One that hangs is ended, and has failed. */
async function run({ words, folder, environment }: Command): Promise<Ended> {
  const program = start(words, folder, environment);
  let hung = false;
  const timer = setTimeout(() => {
    hung = true;
    program.stop();
  }, patience);
  const { code, output } = await program.ended;
  clearTimeout(timer);
  return hung ? { code: null, output: `It has not ended after ${patience} ms.\n${output}` } : { code, output };
}
