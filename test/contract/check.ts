import { strict as assert } from 'node:assert';
import type { Document } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { type MockServer, startMock } from '@plumbline/spec-tools/mock/mock-server';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { createValidator, type Validator } from '@plumbline/spec-tools/validate/validate-exchange';
import { type Fetch, recordingFetch } from './recording.ts';

/**
 * One statement of the contract about one operation, and how to check it.
 *
 * Checks are data: vitest runs each against a mock of the spec, `npm run mutate` against mocks of changed specs. What a check
 * expects comes from the committed spec, never from the document of the target.
 */
export interface Check {
  /** A sentence about behavior that begins with the operationId. Unique among the checks of a vendor. */
  readonly name: string;
  /** The operationId of the operation that the check is about. */
  readonly operation: string;
  /** Whether the check sends a request that the spec refuses: the mock and the Ajv validator must both refuse it. */
  readonly refused?: boolean;
  /** Whether the check makes the responses itself, without the mock. */
  readonly stubbed?: boolean;
  /** Throws where the contract is broken. */
  run(target: Target): Promise<void>;
}

/** The mock, the document and the validator that a check runs against. */
export interface Target {
  readonly vendor: string;
  /** The document that the mock serves and the validator reads: the vendor's spec, or a mutant of it. */
  readonly document: Document;
  /** The address of the mock. */
  readonly url: string;
  /** Sends a request to the mock and adds the exchange to `exchanges`. */
  readonly fetch: Fetch;
  /** Sends a request to the mock. */
  readonly send: Fetch;
  /** The exchanges so far. A check adds those whose responses it makes itself. */
  readonly exchanges: Exchange[];
  /** The Ajv validator, which shares no code with the mock. */
  readonly validator: Validator;
}

/** Runs a check, validates each of its exchanges, and returns them. */
export type RunCheck = (check: Check) => Promise<readonly Exchange[]>;

/** A mock of a document: Prism on a port, or a sandbox in this process. */
export interface Mock extends MockServer {
  /** Sends a request to the mock. @default the platform's `fetch` */
  readonly fetch?: Fetch;
  /** Makes the mock forget what earlier checks did, if it remembers. */
  readonly reset?: () => void;
}

/** A mock of a document with its validator. The caller closes it. */
export interface Bench {
  /** The address of the mock. */
  readonly url: string;
  readonly run: RunCheck;
  close(): Promise<void>;
}

/**
 * Starts a mock of a vendor's spec, or of a mutant of it, to run checks against.
 *
 * @param start Starts the mock. @default Prism in this process
 */
export async function openBench(
  vendor: string,
  document: Document = readSpec(vendor),
  start: (document: Document) => Promise<Mock> = startMock,
): Promise<Bench> {
  const mock = await start(document);
  const validator = createValidator(document, mock.url);
  const { url, fetch: send = fetch } = mock;
  const run: RunCheck = async (check) => {
    mock.reset?.();
    const exchanges: Exchange[] = [];
    await check.run({ vendor, document, url, send, fetch: recordingFetch(exchanges, send), exchanges, validator });
    const requests = exchanges.flatMap((exchange) => validator.request(exchange));
    if (check.refused) assert.notDeepEqual(requests, [], 'the Ajv validator accepts what the mock refuses');
    else assert.deepEqual(requests, [], 'the Ajv validator refuses a request');
    const responses = exchanges.flatMap((exchange) => validator.response(exchange));
    assert.deepEqual(responses, [], 'the Ajv validator refuses a response');
    return exchanges;
  };
  return { url, run, close: () => mock.close() };
}
