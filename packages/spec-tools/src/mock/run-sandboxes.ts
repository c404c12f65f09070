import { createSandbox } from '@plumbline/sandbox';
import { serveSandbox } from '@plumbline/sandbox/server';
import { readSpec } from '../document/read-spec.ts';
import { stripSpec } from '../sandbox/sandbox-data.ts';
import type { Mocks, RunningMock } from './run-mocks.ts';

/**
 * Serves a sandbox of each vendor, which begins with the examples of its spec. Resolves when all listen.
 *
 * @param firstPort The port of the first vendor. Each other vendor has the next port. With 0, each has any free port.
 * @throws Error when a port is in use. The other sandboxes are ended.
 */
export async function runSandboxes(vendors: readonly string[], firstPort: number): Promise<Mocks> {
  const commands = new Map<string, RunningMock>();
  const close = async () => {
    await Promise.all([...commands.values()].map((command) => command.close()));
  };
  try {
    for (const [index, vendor] of vendors.entries()) {
      const sandbox = createSandbox(stripSpec(readSpec(vendor)), { examples: true });
      const server = await serveSandbox(sandbox, firstPort === 0 ? 0 : firstPort + index);
      commands.set(vendor, { ...server, credentials: sandbox.credentials });
    }
  } catch (error) {
    await close();
    throw error;
  }
  // They end with this process.
  return { commands, failed: new Promise(() => {}), close };
}
