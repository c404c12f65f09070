import { readFileSync } from 'node:fs';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { CouldNotRun } from './could-not-run.ts';
import { fromHar } from './har.ts';
import type { RecordedExchange, Traffic } from './recorded-exchange.ts';

/**
 * Reads a recording: HAR, or NDJSON with an exchange a line.
 *
 * @throws {CouldNotRun} When it is neither. The message repeats nothing of it.
 */
export function readTraffic(path: string): Traffic {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new CouldNotRun(`The file given by --traffic cannot be read (${code}).`);
  }
  if (text.trim() === '') throw new CouldNotRun('The file given by --traffic is empty.');
  const whole = parse(text) as { readonly log?: unknown } | undefined;
  return whole?.log === undefined ? fromLines(text) : fromHar(whole);
}

function fromLines(text: string): Traffic {
  const lines = text.split('\n');
  const leftOut: string[] = [];
  const exchanges = lines.flatMap((line, index): RecordedExchange[] => {
    if (line.trim() === '') return [];
    const value = parse(line);
    // Without the end of the line its writer was stopped in the middle of it.
    if (value === undefined && index > 0 && index === lines.length - 1) {
      leftOut.push(`Line ${index + 1} of the recording, the last one, is cut off.`);
      return [];
    }
    return [readExchange(value, index + 1)];
  });
  return { exchanges, leftOut };
}

function readExchange(value: unknown, line: number): RecordedExchange {
  const { request, response } = Object(value);
  const known = typeof request?.method === 'string' && URL.canParse(request.url) && Number.isInteger(response?.status);
  if (!known) {
    throw new CouldNotRun(
      `The file given by --traffic is neither HAR nor NDJSON: line ${line} is no exchange. ` +
        'A line is {"request":{"method","url","headers","body"},"response":{"status","headers","body"}}, with an absolute URL.',
    );
  }
  return {
    request: { method: request.method, url: request.url, headers: readHeaders(request.headers), ...readBody(request) },
    response: { status: response.status, headers: readHeaders(response.headers), ...readBody(response) },
  };
}

function readHeaders(headers: unknown): Exchange['request']['headers'] {
  const entries = Object.entries(Object(headers)).map(([name, value]) => [
    name.toLowerCase(),
    [value].flat().join(', '),
  ]);
  return Object.fromEntries(entries);
}

/** Some recorders write a JSON body as what it is, and not as its text. */
function readBody({ body }: { readonly body?: unknown }): { readonly body?: string } {
  if (body === undefined || body === null) return {};
  return { body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
