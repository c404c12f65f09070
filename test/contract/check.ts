import { strict as assert } from 'node:assert';
import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { prismLimitOf } from '@plumbline/spec-tools/mock/prism-limits';
import { servePrism } from '@plumbline/spec-tools/mock/prism-server';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { createValidator, type Validator } from '@plumbline/spec-tools/validate/validate-exchange';
import { hasLargeBody } from './constraints/large-schema.ts';
import { type Fetch, recordingFetch } from './recording.ts';
import { type Mock, startSandbox } from './start-sandbox.ts';

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
  /** Whether the mock is the sandbox: it remembers, and has no response of its own outside the spec. */
  readonly isSandbox: boolean;
}

/** The operations of a document to make checks of: those with the given ids. @param ids @default all */
export function operationsToCheck(document: Document, ids?: ReadonlySet<string>): Operation[] {
  return operationsOf(document).filter(({ id }) => !ids || ids.has(id));
}

/** Runs a check, validates each of its exchanges, and returns them. */
export type RunCheck = (check: Check) => Promise<readonly Exchange[]>;

/** A mock of a document with its validator. The caller closes it. */
export interface Bench {
  /** The operations whose checks run on the sandbox, since Prism cannot judge them. */
  readonly onSandbox: ReadonlySet<string>;
  /** The address of the mock. */
  readonly url: string;
  readonly run: RunCheck;
  close(): Promise<void>;
}

/**
 * Starts a mock of a vendor's spec, or of a mutant of it, to run checks against.
 *
 * @param start Starts the mock. @default Prism in this process, and the sandbox for operations that Prism cannot judge
 */
export async function openBench(
  vendor: string,
  document: Document = readSpec(vendor),
  start?: (document: Document) => Promise<Mock>,
): Promise<Bench> {
  const mock: Mock = await (start ?? servePrism)(document);
  // Prism compiles a large schema again for each request, and keeps it.
  const isLimited = (one: Operation) => prismLimitOf(document, one) !== undefined || hasLargeBody(document, one);
  const limited = start ? [] : operationsOf(document).filter(isLimited);
  const other = limited.length > 0 ? placeOf(document, await startSandbox(document)) : undefined;
  const main = placeOf(document, mock);
  const onSandbox = new Set(limited.map(({ id }) => id));
  const run: RunCheck = async (check) => {
    const { url, send, validator, isSandbox, reset } = (onSandbox.has(check.operation) && other) || main;
    reset?.();
    const exchanges: Exchange[] = [];
    const fetch = recordingFetch(exchanges, send);
    await check.run({ vendor, document, url, send, fetch, exchanges, validator, isSandbox });
    const requests = exchanges.flatMap((exchange) => validator.request(exchange));
    if (check.refused) assert.notDeepEqual(requests, [], 'the Ajv validator accepts what the mock refuses');
    else assert.deepEqual(requests, [], 'the Ajv validator refuses a request');
    const responses = exchanges.flatMap((exchange) => validator.response(exchange));
    assert.deepEqual(responses, [], 'the Ajv validator refuses a response');
    return exchanges;
  };
  return { url: main.url, onSandbox, run, close: () => mock.close() };
}

/** What checks need of a mock. */
function placeOf(document: Document, { url, fetch: send = fetch, reset, isSandbox = false }: Mock) {
  return { url, send, reset, isSandbox, validator: createValidator(document, url) };
}
