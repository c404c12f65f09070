import { bundlePath } from '../document/read-spec.ts';
import { type PrismCommand, startPrism } from './prism-command.ts';

/** A mock that runs, in a process of its own or in this one. */
export type RunningMock = Pick<PrismCommand, 'url' | 'close'> & {
  /** What it accepts, as options of the vendor's client. @default anything */
  readonly credentials?: Readonly<Record<string, string>>;
};

/** Running mocks, one for each vendor. */
export interface Mocks {
  readonly commands: ReadonlyMap<string, RunningMock>;
  /** Resolves with a message when a mock ends before `close()`. */
  readonly failed: Promise<string>;
  /** Ends all mocks, and waits for their end. */
  close(): Promise<void>;
}

/**
 * Runs `prism mock --errors --no-cors` with the bundle of each vendor. Resolves when all listen.
 *
 * @param firstPort The port of the first vendor. Each other vendor has the next port. With 0, each has any free port.
 * @throws Error when a mock cannot start. The others are ended.
 */
export async function runMocks(vendors: readonly string[], firstPort: number): Promise<Mocks> {
  const starts = await Promise.allSettled(
    vendors.map((vendor, index) => startMock(vendor, firstPort === 0 ? 0 : firstPort + index)),
  );
  const started = starts.filter((start) => start.status === 'fulfilled').map(({ value }) => value);
  let closing = false;
  const close = async () => {
    closing = true;
    await Promise.all(started.map(([, command]) => command.close()));
  };
  const reasons = starts.filter((start) => start.status === 'rejected').map(({ reason }) => (reason as Error).message);
  if (reasons.length > 0) {
    await close();
    throw new Error(reasons.join('\n'));
  }
  const failed = new Promise<string>((resolve) => {
    for (const [vendor, { ended }] of started) {
      ended.then((how) => {
        if (!closing) resolve(`The mock of ${vendor} ended: ${how}`);
      });
    }
  });
  return { commands: new Map(started), failed, close };
}

async function startMock(vendor: string, port: number): Promise<readonly [vendor: string, command: PrismCommand]> {
  try {
    return [vendor, await startPrism(['mock', '--errors', '--no-cors', bundlePath(vendor), '--port', String(port)])];
  } catch (cause) {
    const { message } = cause as Error;
    if (!message.includes('EADDRINUSE')) throw cause;
    throw new Error(
      `The mock of ${vendor} cannot listen: port ${port} is in use. End the process that uses it, or choose other ports with --port.`,
      { cause },
    );
  }
}
