/** Uploads and downloads of a gigabyte take constant memory over each transport. The client is a process of its own, which measures it. */
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LoopbackOrigin } from '../runtimes/counterparts/loopback-origin.ts';
import { start } from '../runtimes/runtime.ts';

const folder = join(import.meta.dirname, '..', 'runtimes', 'counterparts', 'programs');

/** Runs the program, which fails if it takes more than 300 MB. */
async function run(
  kind: string,
  transport: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const origin = new LoopbackOrigin();
  onTestFinished(() => origin.close());
  return start([process.execPath, 'gigabyte.ts', await origin.listen(), kind, transport], folder).ended;
}

describe.each(['default', 'fetch', 'undici'])('over the transport %s', (transport) => {
  it.each(['download', 'events'])(`1 GB is read as %s over ${transport} in constant memory`, async (kind) => {
    expect(await run(kind, transport)).toMatchObject({ code: 0 });
  });

  it.each(['upload', 'part'])(`1 GB is sent as %s over ${transport} in constant memory`, async (kind) => {
    const { code, output } = await run(kind, transport);
    // Node's own `fetch` keeps what it has sent of a stream, for a redirect that clients do not follow.
    if (transport === 'fetch') expect(output).toMatch(/peak \d{4} MB/);
    else expect([code, output]).toEqual([0, expect.stringContaining(`${kind} over ${transport}: 10000`)]);
  });
});
