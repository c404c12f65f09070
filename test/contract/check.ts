import { strict as assert } from 'node:assert';
import type { Document } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { startMock } from '@plumbline/spec-tools/mock/mock-server';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { createJudge, type Judge } from '@plumbline/spec-tools/validate/validate-exchange';
import { recordingFetch } from './recording.ts';

/**
 * One thing that the contract says of one operation, and how to find out whether it holds.
 *
 * Checks are data: vitest runs each against a mock of the spec, `npm run mutate` against mocks of changed specs. What a check
 * expects comes from the spec as it is, never from the document of the target.
 */
export interface Check {
  /** A sentence about behaviour that begins with the operationId. Unique among the checks of a vendor. */
  readonly name: string;
  /** The operationId of the operation that it is about. */
  readonly operation: string;
  /** Whether it sends a request that the spec refuses: the mock and the judge must both refuse it. */
  readonly refused?: boolean;
  /** Whether it answers its requests itself, in place of the mock. */
  readonly answered?: boolean;
  /** Rejects where the contract does not hold. */
  run(target: Target): Promise<void>;
}

/** What a check is run against. */
export interface Target {
  readonly vendor: string;
  /** What the mock serves and the judge knows: the vendor's spec, or a mutant of it. */
  readonly document: Document;
  /** Where the mock listens. */
  readonly url: string;
  /** Sends a request to the mock, and keeps what was sent and answered. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** What was sent and answered so far. A check adds what it answers itself. */
  readonly exchanges: Exchange[];
  readonly judge: Judge;
}

/** Runs a check, and has every exchange of it judged; gives the exchanges. */
export type RunCheck = (check: Check) => Promise<readonly Exchange[]>;

/** A mock of a document with its judge. Close it in the end. */
export interface Bench {
  /** Where the mock listens. */
  readonly url: string;
  readonly run: RunCheck;
  close(): Promise<void>;
}

/** Starts a mock of a vendor's spec, or of a mutant of it, to run checks against. */
export async function openBench(vendor: string, document: Document = readSpec(vendor)): Promise<Bench> {
  const mock = await startMock(document);
  const judge = createJudge(document, mock.url);
  const run: RunCheck = async (check) => {
    const exchanges: Exchange[] = [];
    await check.run({ vendor, document, url: mock.url, fetch: recordingFetch(exchanges), exchanges, judge });
    const requests = exchanges.flatMap((exchange) => judge.request(exchange));
    if (check.refused) assert.notDeepEqual(requests, [], 'the second judge accepts what the mock refuses');
    else assert.deepEqual(requests, [], 'the second judge refuses a request');
    const responses = exchanges.flatMap((exchange) => judge.response(exchange));
    assert.deepEqual(responses, [], 'the second judge refuses a response');
    return exchanges;
  };
  return { url: mock.url, run, close: () => mock.close() };
}
