import type { Project } from './project.ts';
import { type Load, type Runtime, start } from './runtime.ts';
import { cases } from './suite/cases.ts';
import { type Outcome, VendorServer } from './vendor-server.ts';

/** Runs the suite on a runtime, to its end or to that of the runtime, whichever comes first. */
export async function runSuite(runtime: Runtime, load: Load, project: Project): Promise<readonly Outcome[]> {
  const files = new Map<string, string>();
  const server = new VendorServer(files);
  try {
    const url = await server.listen();
    const script = project.write(load, runtime.id === 'workerd' ? 'worker' : 'program', url);
    if (runtime.id === 'chromium') {
      files
        .set('/', '<!doctype html><script type="module" src="/bundle.js"></script>')
        .set('/bundle.js', project.read(script));
    }
    const program = start(runtime.command(script, project.folder, `${url}/`), project.folder);
    const output = await Promise.race([server.ended, program.ended]);
    program.stop();
    await program.ended;
    const missing = Object.keys(cases).slice(server.outcomes.length);
    return [
      ...server.outcomes,
      ...missing.map((name) => ({ case: name, failure: `It was not reached. ${output ?? ''}` })),
    ];
  } finally {
    server.close();
  }
}
