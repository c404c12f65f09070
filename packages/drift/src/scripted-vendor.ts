import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { recordingFetch } from '@plumbline/runtime/testing';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { patternOf } from '@plumbline/spec-tools/document/path-template';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { run, type Surroundings } from './command.ts';
import type { Environment } from './live-clients.ts';
import type { RecordedExchange } from './recorded-exchange.ts';
import type { Report } from './report.ts';

/** What a scripted vendor answers an operation with. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, unless it is a text. */
  readonly body?: unknown;
}

/** What changes the example that an operation answers with, by operationId: the body in place, or the `Answer` by what it gives. */
// biome-ignore lint/suspicious/noExplicitAny: a test plants what no type allows.
export type Script = Readonly<Record<string, (body: any) => unknown>>;

export const credentials = { MAGNIFY_CLIENT_ID: 'planted-client-id', MAGNIFY_CLIENT_SECRET: 'planted-client-secret' };

/** What a run against a scripted vendor came to. */
export interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly warned: string;
  readonly exchanges: readonly RecordedExchange[];
  readonly url: string;
}

/** Runs drift on Magnify, on a loopback server that answers with the examples of its spec, but for what the script changes. */
export async function driftOf(
  script: Script,
  words: readonly string[] = [],
  environment: Environment = credentials,
): Promise<Outcome> {
  const document = readSpec('magnify');
  const server = createServer((request, response) => {
    const { status, headers, body } = answerTo(document, script, request.method ?? '', request.url ?? '');
    response
      .writeHead(status, headers)
      .end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const exchanges: RecordedExchange[] = [];
  try {
    const outcome = await runWith(['magnify', '--base-url', url, ...words], {
      environment,
      fetch: async (to, init) => {
        const response = await fetch(to, init);
        const body = await response.clone().text();
        const headers = Object.fromEntries(response.headers);
        exchanges.push({
          request: { method: init.method ?? 'GET', url: to, headers: Object.fromEntries(new Headers(init.headers)) },
          response: { status: response.status, headers, ...(body && { body }) },
        });
        return response;
      },
    });
    return { ...outcome, exchanges, url };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Runs the command and keeps what it writes. Without a `fetch` it reaches nobody. */
export async function runWith(
  words: readonly string[],
  surroundings: Partial<Surroundings> = {},
): Promise<Pick<Outcome, 'code' | 'printed' | 'warned'>> {
  let [printed, warned] = ['', ''];
  const code = await run(words, {
    environment: {},
    fetch: recordingFetch([]),
    build: () => {},
    print: (text) => {
      printed += text;
    },
    warn: (text) => {
      warned += text;
    },
    ...surroundings,
  });
  return { code, printed, warned };
}

/** The report of a run with `--json`. */
export function reportOf({ printed }: Pick<Outcome, 'printed'>): Report {
  return JSON.parse(printed);
}

function answerTo(document: Document, script: Script, method: string, url: string): Answer {
  const [path = ''] = url.split('?');
  const operation = operationsOf(document).find((one) => one.method === method && patternOf(one.path).test(path));
  if (!operation) return { status: 500, headers: {}, body: `No operation for ${method} ${path}` };
  const [media] = Object.values(operation.responses['200']?.content ?? {});
  const [example] = Object.values(media?.examples ?? {});
  const body = structuredClone(example?.value);
  const changed = (script[operation.id]?.(body) ?? {}) as Partial<Answer>;
  return { status: 200, headers: { 'content-type': 'application/json' }, body, ...changed };
}
