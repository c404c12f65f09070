import { cases } from './cases.ts';
import type { Clients } from './clients.ts';

/** Milliseconds after which a case counts as hung. No case takes nearly as long. */
const timeout = 300_000;

/** Runs all cases in sequence, and reports each outcome to the server. */
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
    const timer: unknown = setTimeout(() => reject(new Error(`The case hung for ${timeout} ms.`)), timeout);
    // The timer must not keep the process alive.
    (timer as { unref?: () => void }).unref?.();
  });
}
