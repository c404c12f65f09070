import { nextMessage, start } from '../child.ts';
import type { ClientModule } from '../peers/load-client.ts';
import { names } from '../peers/names.ts';

/** The heap for a call that waits for its response. */
export interface Heap {
  readonly name: string;
  readonly bytes: number;
  /** As a multiple of bare `fetch`. */
  readonly ratio: number;
}

export interface HeapFigures {
  /** Calls that waited at the same time. */
  readonly calls: number;
  readonly heap: readonly Heap[];
}

const wanted = 10_000;

/** Measures the heap of a waiting call. Each client has its own process, and two run at a time. */
export async function measureHeap(clients: readonly ClientModule[]): Promise<HeapFigures> {
  const calls = Math.min(wanted, mostSockets());
  if (calls < wanted) console.error(`The limit of open files allows ${calls} calls in flight, not ${wanted}.`);
  const bytes = new Map<string, number>();
  const queue = clients.values();
  const work = async () => {
    for (const client of queue) bytes.set(client.name, await measureClient(client, calls));
  };
  await Promise.all([work(), work()]);
  return { calls, heap: compareHeap(clients.map(({ name }) => ({ name, bytes: bytes.get(name) ?? Number.NaN }))) };
}

/** Compares each client with bare `fetch`. */
export function compareHeap(clients: readonly Omit<Heap, 'ratio'>[]): readonly Heap[] {
  const base = clients.find(({ name }) => name === names.fetch)?.bytes ?? Number.NaN;
  return clients.map(({ name, bytes }) => ({
    name,
    bytes: Math.round(bytes),
    ratio: Number((bytes / base).toFixed(3)),
  }));
}

async function measureClient({ module, name }: ClientModule, calls: number): Promise<number> {
  const child = start('heap/process.ts', [module, name, String(calls)], ['--expose-gc']);
  try {
    return await nextMessage<number>(child);
  } finally {
    child.kill();
  }
}

/** Most sockets that a process may open besides its other files. Node raises its limit to the highest that the system allows. */
function mostSockets(): number {
  const report = process.report.getReport() as { userLimits?: { open_files?: { hard: number | 'unlimited' } } };
  const limit = report.userLimits?.open_files?.hard;
  return typeof limit === 'number' ? limit - 500 : Number.POSITIVE_INFINITY;
}
