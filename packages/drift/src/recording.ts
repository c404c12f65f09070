import { readFileSync } from 'node:fs';
import { CouldNotRun, type ExchangeSource, type RecordedExchange } from './exchange-source.ts';

/** What both formats have in common. */
interface RawExchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: unknown;
    readonly body?: unknown;
  };
  readonly response: { readonly status: number; readonly headers?: unknown; readonly body?: unknown };
}

/** An entry of a HAR, with the parts that are read. @see http://www.softwareishard.com/blog/har-12-spec/ */
interface HarEntry extends RawExchange {
  readonly request: RawExchange['request'] & {
    readonly postData?: { readonly mimeType?: string; readonly text?: string; readonly params?: readonly HarField[] };
  };
  readonly response: RawExchange['response'] & {
    readonly content?: { readonly size?: number; readonly text?: string; readonly encoding?: string };
  };
}
interface HarField {
  readonly name: string;
  readonly value: string;
}

/**
 * Reads a recording: HAR, or NDJSON with one exchange a line.
 *
 * @throws {CouldNotRun} When it is neither. The message repeats nothing of the file.
 */
export function readRecording(path: string): ExchangeSource {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CouldNotRun(`--traffic: the file cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  if (text.trim() === '') throw new CouldNotRun('--traffic: the file is empty.');
  const { log } = Object(parse(text));
  return log === undefined ? readLines(text) : readHar(Object(log));
}

function readLines(text: string): ExchangeSource {
  const exchanges = text.split('\n').flatMap((line, index): RecordedExchange[] => {
    if (line.trim() === '') return [];
    const value = parse(line);
    if (!isExchange(value)) {
      throw new CouldNotRun(
        `--traffic: the file is neither HAR nor NDJSON; line ${index + 1} is not an exchange. Each line must be ` +
          '{"request":{"method","url","headers","body"},"response":{"status","headers","body"}} with an absolute URL.',
      );
    }
    const { request, response } = value;
    return [toExchange(value, bodyText(request.body), bodyText(response.body))];
  });
  return { exchanges, notes: [] };
}

function readHar({ entries }: { readonly entries?: unknown }): ExchangeSource {
  if (!Array.isArray(entries)) throw new CouldNotRun('--traffic: the HAR has no `log.entries`.');
  const broken = entries.findIndex((entry) => !isExchange(entry));
  if (broken >= 0)
    throw new CouldNotRun(`--traffic: entry ${broken} of the HAR has no method, absolute URL or status.`);
  // Browsers write status 0 for a request that got no response.
  const complete = (entries as readonly HarEntry[]).filter(({ response }) => response.status > 0);
  const lost = entries.length - complete.length;
  return {
    exchanges: complete.map(readEntry),
    notes: lost > 0 ? [`Not compared: requests without a response (${lost}).`] : [],
  };
}

function readEntry(entry: HarEntry): RecordedExchange {
  const { postData } = entry.request;
  const form = postData?.params?.map(({ name, value }) => [name, value]);
  const { size, text = '', encoding } = entry.response.content ?? {};
  const body = encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
  const exchange = toExchange(entry, postData?.text || (form && new URLSearchParams(form).toString()), body);
  // Recorders leave out large bodies, and those that the browser has dropped. Size -1 is unknown.
  return body === '' && size !== 0
    ? { ...exchange, response: { ...exchange.response, bodyIsUnknown: true } }
    : exchange;
}

function toExchange({ request, response }: RawExchange, sent?: string, received?: string): RecordedExchange {
  return {
    request: {
      method: request.method,
      url: request.url,
      headers: readHeaders(request.headers),
      ...(sent && { body: sent }),
    },
    response: { status: response.status, headers: readHeaders(response.headers), ...(received && { body: received }) },
  };
}

function isExchange(value: unknown): value is RawExchange {
  const { request, response } = Object(value);
  return typeof request?.method === 'string' && URL.canParse(request.url) && Number.isInteger(response?.status);
}

/** HAR has a list of names and values, NDJSON an object. */
function readHeaders(headers: unknown): Readonly<Record<string, string>> {
  const pairs = Array.isArray(headers)
    ? headers.map(({ name, value }: HarField) => [name, value])
    : Object.entries(Object(headers));
  return Object.fromEntries(pairs.map(([name, value]) => [String(name).toLowerCase(), [value].flat().join(', ')]));
}

/** Some recorders write a JSON body as JSON and not as text. */
function bodyText(body: unknown): string | undefined {
  return typeof body === 'string' || body === undefined || body === null ? (body ?? undefined) : JSON.stringify(body);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
