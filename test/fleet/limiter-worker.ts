/** A process of a fleet: sends as many requests as its limiter admits, and tells its parent of each. */
import { createFleetLimiter, type FleetEvent, type WhenDown } from '@plumbline/fleet';
import { type RateLimit, systemClock } from '@plumbline/runtime';
import { type ClientName, connectors, patience } from './redis-clients.ts';

/** What a process needs to know. */
export interface WorkerInit {
  readonly client: ClientName;
  readonly port: number;
  readonly name: string;
  readonly limits: readonly RateLimit[];
  readonly instances: number;
  readonly whenDown: WhenDown;
  /** Milliseconds by which the clocks of the process are wrong. */
  readonly clockError: number;
  /** Whether an evaluation may take longer than 250 milliseconds. */
  readonly isPatient: boolean;
}

/** What a process tells. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'sent' }
  | { readonly type: 'change'; readonly event: FleetEvent }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'ended'; readonly evaluations: number };

/** Tells the parent, which ends the connection first. */
const tell = (message: WorkerMessage) => void (process.connected && process.send?.(message));

async function work({ client, port, clockError, isPatient, ...options }: WorkerInit): Promise<void> {
  const { redis, close } = await connectors[client](port);
  let evaluations = 0;
  const evaluate: typeof redis.evaluate = (...parameters) => {
    evaluations++;
    return redis.evaluate(...parameters);
  };
  const { after, now, date, random } = systemClock;
  const limiter = createFleetLimiter({
    ...options,
    redis: { evaluate },
    timeout: isPatient ? patience : undefined,
    clock: { after, random, now: () => now() + clockError, date: () => date() + clockError },
    observe: (event) => tell({ type: 'change', event }),
  });
  const controller = new AbortController();
  const { signal } = controller;
  const sendAll = async () => {
    while (!signal.aborted) {
      try {
        await limiter.acquire('GET', { signal });
        tell({ type: 'sent' });
      } catch (error) {
        if (!signal.aborted) tell({ type: 'failed', message: String(error) });
        // Otherwise a closed limiter would fill the process with errors.
        await new Promise(setImmediate);
      }
    }
  };
  tell({ type: 'ready' });
  process.on('message', async (message) => {
    // Some requests wait at any time.
    if (message === 'start') await Promise.all([sendAll(), sendAll(), sendAll()]);
    if (message !== 'stop') return;
    controller.abort();
    tell({ type: 'ended', evaluations });
    close();
    process.disconnect();
  });
}

process.once('message', (init) => void work(init as WorkerInit));
