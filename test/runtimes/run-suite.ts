import type { Project } from './project.ts';
import { type Load, type Runtime, start, type Transport } from './runtime.ts';
import { cases } from './suite/cases.ts';
import { type CaseOutcome, VendorServer } from './vendor-server.ts';
import { readProgram, writeProgram } from './write-program.ts';

const entries = { default: 'program', fetch: 'over-fetch', 'undici-7-30': 'over-undici', 'undici-8': 'over-undici' };

/** Runs the suite on a runtime, until the suite ends or the runtime exits. */
export async function runSuite(
  runtime: Runtime,
  load: Load,
  transport: Transport,
  project: Pick<Project, 'folder' | 'withPeers'>,
): Promise<readonly CaseOutcome[]> {
  const files = new Map<string, string>();
  const server = new VendorServer(files);
  try {
    const url = await server.listen();
    const folder = transport.startsWith('undici') ? project.withPeers(transport) : project.folder;
    const entry = runtime.id === 'workerd' ? 'worker' : entries[transport];
    const script = writeProgram(`suite/${entry}.ts`, folder, load, { SERVER: url });
    if (runtime.id === 'chromium') {
      files
        .set('/', '<!doctype html><script type="module" src="/suite.js"></script>')
        .set('/suite.js', readProgram(folder, script));
    }
    const program = start(runtime.command(script, folder, `${url}/`), folder);
    const ended = await Promise.race([server.ended, program.ended]);
    program.stop();
    await program.ended;
    const missing = Object.keys(cases).slice(server.outcomes.length);
    return [
      ...server.outcomes,
      ...missing.map((name) => ({ case: name, failure: `The program ended before this case. ${ended?.output ?? ''}` })),
    ];
  } finally {
    server.close();
  }
}
