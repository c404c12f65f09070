import { cases } from './cases.ts';
import type { Clients } from './clients.ts';

/** How many milliseconds a case may take before it counts as hung: far more than any does. */
const patience = 60_000;

/** Runs every case, one after the other, and tells the server of each as it ends. */
export async function run(server: string, clients: Clients): Promise<void> {
  for (const [name, test] of Object.entries(cases)) {
    const failure = await Promise.race([test(clients), hang()]).then(
      () => null,
      (error: unknown) => String(error instanceof Error ? (error.stack ?? error) : error),
    );
    await report(server, { case: name, failure });
  }
  await report(server, { end: true });
}

async function report(server: string, outcome: object): Promise<void> {
  const response = await fetch(`${server}/report`, { method: 'POST', body: JSON.stringify(outcome) });
  await response.text();
}

function hang(): Promise<never> {
  return new Promise((_, reject) => {
    const timer: unknown = setTimeout(() => reject(new Error(`It has not ended after ${patience} ms.`)), patience);
    // Where a timer keeps the process up, it must not.
    (timer as { unref?: () => void }).unref?.();
  });
}
