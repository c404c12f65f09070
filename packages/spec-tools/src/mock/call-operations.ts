import type { Method } from '@plumbline/repository/clients';
import { type Document, operationsOf } from '../document/document.ts';
import { exampleInput } from '../generate/example-input.ts';
import type { MockServer } from './mock-server.ts';

/** The outcome of one call. */
export interface Line {
  readonly vendor: string;
  readonly operation: string;
  /** The status of the response, or 0 if there was none. */
  readonly status: number;
  /** Whether it is a success of the operation. */
  readonly ok: boolean;
  readonly ms: number;
}

/** The vendors to call, and how to call them. */
export interface CallPlan {
  /** The spec of each vendor. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly startMock: (vendor: string) => Promise<MockServer>;
  readonly methodsOf: (vendor: string, target: { readonly baseUrl: string }) => (operationId: string) => Method;
  /** Called after each call. */
  readonly onLine: (line: Line) => void;
  /** Called with the reason if a call got no response. */
  readonly onFailure: (reason: string) => void;
}

/** Calls every operation of each vendor once, against a mock of it, with the examples of its spec. */
export async function callOperations(plan: CallPlan): Promise<readonly Line[]> {
  const { documents, startMock, methodsOf, onLine, onFailure } = plan;
  const lines: Line[] = [];
  for (const [vendor, document] of documents) {
    const mock = await startMock(vendor);
    try {
      const methodOf = methodsOf(vendor, { baseUrl: mock.url });
      for (const operation of operationsOf(document)) {
        const start = performance.now();
        let [ok, status] = [false, 0];
        try {
          ({ ok, status } = await methodOf(operation.id)(exampleInput(document, operation)).result());
        } catch (error) {
          onFailure(`${vendor} ${operation.id}: ${error instanceof Error ? error.message : error}`);
        }
        const ms = Math.round((performance.now() - start) * 10) / 10;
        const line = { vendor, operation: operation.id, status, ok, ms };
        lines.push(line);
        onLine(line);
      }
    } finally {
      await mock.close();
    }
  }
  return lines;
}
