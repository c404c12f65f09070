import type { Method } from '@plumbline/repository/clients';
import { type Document, operationsOf } from '../document/document.ts';
import { exampleInput } from '../generate/example-input.ts';
import type { MockServer } from './mock-server.ts';

/** How a call of an operation went. */
export interface Line {
  readonly vendor: string;
  readonly operation: string;
  /** The status of the answer, 0 where there was none. */
  readonly status: number;
  readonly ms: number;
}

/** What the calls go through. */
export interface Surroundings {
  /** The specs by their vendors. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly startMock: (vendor: string) => Promise<MockServer>;
  readonly methodsOf: (vendor: string, target: { readonly baseUrl: string }) => (operationId: string) => Method;
  /** Hears of each call when it is over. */
  readonly onLine: (line: Line) => void;
  /** Hears why a call was not answered. */
  readonly onFailure: (reason: string) => void;
}

/** Calls every operation of each vendor once, against a mock of it, with the examples of its spec. */
export async function callOperations(surroundings: Surroundings): Promise<readonly Line[]> {
  const { documents, startMock, methodsOf, onLine, onFailure } = surroundings;
  const lines: Line[] = [];
  for (const [vendor, document] of documents) {
    const mock = await startMock(vendor);
    try {
      const methodOf = methodsOf(vendor, { baseUrl: mock.url });
      for (const operation of operationsOf(document)) {
        const start = performance.now();
        let status = 0;
        try {
          ({ status } = await methodOf(operation.id)(exampleInput(document, operation)).result());
        } catch (error) {
          onFailure(`${vendor} ${operation.id}: ${error instanceof Error ? error.message : error}`);
        }
        const ms = Math.round((performance.now() - start) * 10) / 10;
        const line = { vendor, operation: operation.id, status, ms };
        lines.push(line);
        onLine(line);
      }
    } finally {
      await mock.close();
    }
  }
  return lines;
}

/** Whether a call was answered with a success. */
export function isAnswered({ status }: Line): boolean {
  return status >= 200 && status <= 299;
}
