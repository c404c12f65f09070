/**
 * Every operation × every documented status × every media type, called through the vendor's package against a mock of its
 * spec, the status asserted and the body compared with the spec's example. Printed as a table.
 */
import { methodsOf, type Result } from '@plumbline/scripts/clients';
import { exampleInput } from '@plumbline/scripts/example-input';
import { type MockServer, startMock } from '@plumbline/scripts/mock-server';
import { type Media, type Operation, operationsOf, readSpec, vendors } from '@plumbline/scripts/spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Cells that a stateless mock cannot reach, each with its reason: `operation status mediaType`. */
const unreachable: Readonly<Record<string, string>> = {};

/** One cell: what is asked for, and what must come back. */
interface Cell {
  readonly name: string;
  /** A number to ask for where the spec declares a range or a default. */
  readonly status: number;
  /** The media type of the response, or nothing where it has no body. */
  readonly mediaType: string | undefined;
  readonly example: string | undefined;
  readonly body: unknown;
}

describe.each(vendors)('%s', (vendor) => {
  const document = readSpec(vendor);
  const operations = operationsOf(document);
  const rows = new Map<string, string[]>();
  let mock: MockServer;

  beforeAll(async () => {
    mock = await startMock(vendor);
  });
  afterAll(async () => {
    await mock.close();
    printTable(vendor, rows, operations.flatMap(cellsOf).length);
  });

  const call = (operation: Operation, cell: Cell, requestType?: string): Promise<Result> => {
    const prefer = cell.example ? `code=${cell.status}, example=${cell.example}` : `code=${cell.status}`;
    const headers = { Prefer: prefer, ...(requestType && { 'Content-Type': requestType }) };
    const isSuccess = cell.status < 300;
    const accept = isSuccess && cell.mediaType ? { accept: cell.mediaType } : {};
    const method = methodsOf(vendor, { baseUrl: mock.url })(operation.id);
    return method(exampleInput(document, operation, requestType), { headers, ...accept, retry: false }).result();
  };

  for (const operation of operations) {
    for (const cell of cellsOf(operation)) {
      const id = `${operation.id} ${cell.name}`;
      it.skipIf(id in unreachable)(`${id} arrives as the spec gives it`, async () => {
        const result = await call(operation, cell);
        expect(result.status).toBe(cell.status);
        expect(result.ok).toBe(cell.status < 300);
        expect(result.ok ? result.data : result.error).toEqual(cell.body);
        rows.set(operation.id, [...(rows.get(operation.id) ?? []), cell.name]);
      });
    }

    for (const requestType of Object.keys(operation.body?.content ?? {})) {
      it(`${operation.id} takes its body as ${requestType}`, async () => {
        const [success] = cellsOf(operation);
        const result = await call(operation, success as Cell, requestType);
        expect(result).toMatchObject({ ok: true, status: success?.status });
      });
    }
  }
});

it('gives a reason for each cell that is not called', () => {
  const cells = vendors.flatMap((vendor) =>
    operationsOf(readSpec(vendor)).flatMap((operation) =>
      cellsOf(operation).map(({ name }) => `${operation.id} ${name}`),
    ),
  );
  for (const [cell, reason] of Object.entries(unreachable)) {
    expect(cells).toContain(cell);
    expect(reason).not.toBe('');
  }
});

/** Successes first, in the order of the spec. */
function cellsOf({ responses }: Operation): Cell[] {
  return Object.entries(responses).flatMap(([key, { content }]): Cell[] => {
    const status = key === 'default' ? 418 : Number(key.replace('XX', '03'));
    if (!content) return [{ name: key, status, mediaType: undefined, example: undefined, body: undefined }];
    return Object.entries(content).flatMap(([mediaType, media]) =>
      examplesOf(media).map(([example, body]) => ({
        name: `${key} ${mediaType} ${example}`,
        status,
        mediaType,
        example,
        body,
      })),
    );
  });
}

function examplesOf({ examples = {} }: Media): [name: string, value: unknown][] {
  return Object.entries(examples).map(([name, { value }]) => [name, value]);
}

function printTable(vendor: string, rows: ReadonlyMap<string, readonly string[]>, total: number): void {
  const cells = [...rows.values()].flat().length;
  const lines = [...rows].map(([operation, names]) => {
    const statuses = [
      ...new Set(names.map((name) => name.replace('application/json', 'json').split(' ').slice(0, 2).join(' '))),
    ];
    return `  ${operation.padEnd(32)} ${statuses.join(' · ')}`;
  });
  console.log(
    [`${vendor}: ${cells} of ${total} cells (status × media type × example) of ${rows.size} operations`, ...lines].join(
      '\n',
    ),
  );
}
