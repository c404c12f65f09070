import { nextMessage, start } from '../child.ts';
import type { ByLoad } from './loads.ts';
import type { CpuTask } from './process.ts';
import type { LoadSamples } from './ratios.ts';

/** Provide `gc()`, and keep the compiled code of a client that was not called for some collections. */
const flags = ['--expose-gc', '--no-flush-bytecode'];

/** Measures the CPU of a call: all clients in one process, the server in another. */
export async function measureCpu(task: Omit<CpuTask, 'baseUrl'>): Promise<ByLoad<LoadSamples>> {
  const server = start('cpu/list-server.ts');
  const callers = start('cpu/process.ts', [], flags);
  try {
    const baseUrl = `http://127.0.0.1:${await nextMessage<number>(server)}`;
    callers.send({ ...task, baseUrl } satisfies CpuTask);
    return await nextMessage<ByLoad<LoadSamples>>(callers);
  } finally {
    callers.kill();
    server.kill();
  }
}
