import { nextMessage, start } from '../child.ts';
import { table } from '../report/table.ts';

/** CPU of a call of a sandbox: from the request to the read body, in milliseconds. */
export interface SandboxCost {
  readonly operation: string;
  readonly milliseconds: number;
}

/** Measures calls of the sandbox of MagicBell in a process of their own. */
export async function measureSandbox(): Promise<readonly SandboxCost[]> {
  const child = start('sandbox/process.ts');
  try {
    return await nextMessage<readonly SandboxCost[]>(child);
  } finally {
    child.kill();
  }
}

export function reportSandbox(costs: readonly SandboxCost[]): string {
  const rows = costs.map(({ operation, milliseconds }) => [operation, milliseconds.toFixed(3)]);
  return table(['call of a sandbox', 'CPU, ms'], rows);
}
