import { strict as assert } from 'node:assert';
import { createMagnetiq } from '@plumbline/magnetiq';
import { recordingFetch } from '@plumbline/runtime/testing';
import { type Method, methodsOf } from '@plumbline/scripts/clients';
import { bodyModeOf } from '@plumbline/scripts/generate/request-body';
import { readSpec } from '@plumbline/scripts/spec';
import type { Check, Target } from '../check.ts';
import { operationIn } from './operation-in.ts';
import { type PrintedRequest, readPrintedRequest } from './printed-request.ts';
import { type Payload, readPayloads, sectionOf } from './words.ts';

/** Each printed request is accepted as it stands, and is what the vendor's client sends; each printed call of an SDK is accepted. */
export function requestChecks(vendor: string): Check[] {
  return [...readPayloads(vendor)].flatMap(([file, sample]): Check[] => {
    const { operation, source, contradictions } = sample;
    const printed = `${file} (${sectionOf(source)})`;
    if (sample.part === 'call') {
      return [
        { name: `${operation} is called as ${printed}`, operation, run: (target) => checkCall(vendor, sample, target) },
      ];
    }
    if (sample.part !== 'request') return [];
    if (contradictions && 'body' in contradictions) {
      const run = async (target: Target) => {
        const { ok, status } = await sendAsPrinted(readPrintedRequest(target.document, sample), sample, target);
        assert.ok(!ok, `the mock answers ${status} to what the samples say it refuses`);
      };
      return [{ name: `${operation} refuses ${printed}`, operation, refused: true, run }];
    }
    return [
      { name: `${operation} takes ${printed}`, operation, run: (target) => checkRequest(vendor, sample, target) },
    ];
  });
}

async function checkRequest(vendor: string, sample: Payload, target: Target): Promise<void> {
  const printed = readPrintedRequest(target.document, sample);
  const answer = await sendAsPrinted(printed, sample, target);
  assert.ok(answer.ok, `the mock answers ${answer.status} to the request as it is printed`);

  const { result, request } = await callClient(vendor, sample, printed, target);
  assert.ok(result.ok, `the mock answers ${result.status} to the client`);
  const url = new URL(request.url);
  assert.equal(request.method, printed.method);
  assert.equal(url.pathname, printed.path);
  assert.deepEqual([...url.searchParams].sort(), [...printed.query].sort());
  assert.deepEqual(decode(request.body, sample), sample.body);
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(sample.headers ?? {})) {
    if (name === 'Host') continue;
    const same = withoutCredential(name, headers.get(name)) === withoutCredential(name, value);
    assert.equal(same, !sample.contradictions?.[`headers/${name}`], `the client sends ${name}: ${headers.get(name)}`);
  }
}

async function checkCall(vendor: string, sample: Payload, target: Target): Promise<void> {
  assert.equal(sample.call, `${vendor}.${sample.operation.replaceAll('/', '.')}`);
  const method = methodsOf(vendor, { baseUrl: target.url, fetch: target.fetch })(sample.operation);
  const result = await method(sample.arguments ?? {}).result();
  assert.ok(result.ok, `the mock answers ${result.status}`);
}

async function sendAsPrinted(printed: PrintedRequest, sample: Payload, target: Target): Promise<Response> {
  const { method, path, query, body } = printed;
  const headers = new Headers(printed.headers);
  // Where the page prints a body and no media type, a shell or a library would choose one.
  if (sample.mediaType) headers.set('Content-Type', sample.mediaType);
  const search = query.size > 0 ? `?${query}` : '';
  return target.fetch(target.url + path + search, { method, headers, ...(body !== undefined && { body }) });
}

async function callClient(vendor: string, sample: Payload, printed: PrintedRequest, target: Target) {
  const fetch = recordingFetch(({ url, ...init }) => target.fetch(url, init));
  const spec = readSpec(vendor);
  const isWhole = bodyModeOf(spec, operationIn(spec, sample.operation)) === 'whole';
  const fields = isWhole ? { body: sample.body } : Object(sample.body);
  const input = { ...printed.pathValues, ...Object.fromEntries(printed.query), ...fields };
  const idempotencyKey = printed.headers.get('Idempotency-Key');
  const options = { retry: false as const, ...(idempotencyKey && { idempotencyKey }) };
  const result = await methodFor(vendor, sample, { baseUrl: target.url, fetch })(input, options).result();
  const request = fetch.requests.at(-1);
  assert.ok(request, 'the client sent nothing');
  return { result, request };
}

/** The method that sends the credentials as printed: MAGNETIQ prints an API key, where the client otherwise gets a token. */
function methodFor(vendor: string, { operation, headers }: Payload, target: Parameters<typeof methodsOf>[1]): Method {
  if (vendor !== 'magnetiq' || !headers?.Authorization) return methodsOf(vendor, target)(operation);
  const client = createMagnetiq({ apiKey: 'demo-key', ...target });
  return operation.split('/').reduce<unknown>((node, name) => Object(node)[name], client) as Method;
}

function decode(body: unknown, { mediaType }: Payload): unknown {
  if (!body) return undefined;
  const isForm = mediaType === 'application/x-www-form-urlencoded';
  return isForm ? Object.fromEntries(new URLSearchParams(String(body))) : JSON.parse(String(body));
}

/** A header's value with only the scheme left of a credential. */
function withoutCredential(name: string, value: string | null): string | undefined {
  if (/^x-magicbell-/i.test(name)) return value ? 'credential' : undefined;
  return (/^authorization$/i.test(name) ? value?.split(' ')[0] : value) ?? undefined;
}
