import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { CouldNotRun } from './could-not-run.ts';
import type { RecordedExchange, Traffic } from './recorded-exchange.ts';

interface HarHeader {
  readonly name: string;
  readonly value: string;
}

/** An entry of a HAR as far as it is read. @see http://www.softwareishard.com/blog/har-12-spec/ */
interface HarEntry {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: readonly HarHeader[];
    readonly postData?: { readonly mimeType?: string; readonly text?: string; readonly params?: readonly HarHeader[] };
  };
  readonly response: {
    readonly status: number;
    readonly headers?: readonly HarHeader[];
    readonly content?: {
      readonly size?: number;
      readonly mimeType?: string;
      readonly text?: string;
      readonly encoding?: string;
    };
  };
}

/**
 * Reads the entries of a HAR. One without an answer is left out.
 *
 * @throws {CouldNotRun} When it has no entries, or one of them is no exchange.
 */
export function fromHar(har: object): Traffic {
  const { entries } = Object((har as { readonly log?: unknown }).log);
  if (!Array.isArray(entries)) throw new CouldNotRun('The file given by --traffic is a HAR without `log.entries`.');
  const answered = entries.filter((entry, index) => isEntry(entry, index) && entry.response.status > 0);
  const unanswered = entries.length - answered.length;
  return {
    exchanges: answered.map(readEntry),
    leftOut: unanswered > 0 ? [`${unanswered} requests of the recording have no answer.`] : [],
  };
}

function isEntry(value: unknown, index: number): value is HarEntry {
  const { request, response } = Object(value);
  if (typeof request?.method === 'string' && URL.canParse(request.url) && Number.isInteger(response?.status))
    return true;
  throw new CouldNotRun(
    `The file given by --traffic is a HAR whose entry ${index} has no method, absolute URL or status.`,
  );
}

function readEntry({ request, response }: HarEntry): RecordedExchange {
  const { postData } = request;
  const form = postData?.params?.map(({ name, value }): [string, string] => [name, value]);
  const sent = postData?.text || (form && new URLSearchParams(form).toString());
  const { size, mimeType, text, encoding } = response.content ?? {};
  const body = text !== undefined && encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
  // Recorders leave out bodies that are large, or that the browser has dropped by then; -1 is a size that is not known.
  const bodyIsUnknown = !body && size !== 0;
  return {
    request: {
      method: request.method,
      url: request.url,
      headers: { ...(postData?.mimeType && { 'content-type': postData.mimeType }), ...readHeaders(request.headers) },
      ...(sent && { body: sent }),
    },
    response: {
      status: response.status,
      headers: { ...(mimeType && { 'content-type': mimeType }), ...readHeaders(response.headers) },
      ...(body && { body }),
      ...(bodyIsUnknown && { bodyIsUnknown }),
    },
  };
}

function readHeaders(headers: readonly HarHeader[] = []): Exchange['request']['headers'] {
  return Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]));
}
