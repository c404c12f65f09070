/**
 * A program that pollutes `Object.prototype` while clients are made and used. It prints the names that it tried, those that the platform
 * survives, and those that change a client, its requests or its results. Not a test, because a test runner shares the prototype.
 *
 * `node prototype-pollution.ts <the index of a value>`
 */
import type { ClientEvent, Clock } from '@plumbline/runtime';
import { type RecordingFetch, recordingFetch } from '@plumbline/runtime/testing';
import { readText, sources } from '../conventions/repository-files.ts';
import { createClient, type Factory, factories, methodsOf, type UntypedMethod } from './clients.ts';
import { featureFactory, featureParameters } from './feature-client.ts';

const runtime = sources.filter((path) => /^packages\/runtime\/src\/.*(?<!\.test)\.ts$/.test(path));
/** What the platforms and openapi-fetch read from options of requests. */
const others = `attribution baseUrl body bodySerializer bodyTimeout cache client credentials dispatcher duplex fetch headers
  headersTimeout integrity keepalive method middleware mode next params parseAs pathSerializer priority query querySerializer
  redirect referrer referrerPolicy Request requestInitExt reset signal style throwOnError upgrade window 0 1 length`;
const source =
  runtime
    .map(readText)
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '') + others;
/** Each name in the source of the runtime, except those that every object inherits. */
const names = [...new Set(source.match(/[\p{L}_$][\w$]*|\b[01]\b/gu))].filter((name) => !(name in Object.prototype));

/** The values of the polluting properties. */
const values: readonly unknown[] = [
  'https://evil.example/',
  { evil: 'https://evil.example/' },
  () => 'https://evil.example/',
  ['https://evil.example/'],
  1,
  true,
];

/** The methods to call: reads, lists and writes. */
const parameters: Readonly<Record<string, object>> = {
  'notifications.create': { notification: { title: 't', recipients: [{ email: 'mary@example.com' }] } },
  'users.list': { page: 1, tags: ['a', 'b'], where: { name: 'x' } },
  'users.get': { user_id: '1' },
  'consumers.list': { page: 1, where: { name: 'x' } },
  'consumers.create': { email: 'mary@example.com', name: 'Mary' },
  'motions.list': { limit: 5 },
  'motions.get': { motionId: '00000000-0000-0000-0000-00000000000a' },
  'auth.createToken': { grant_type: 'client_credentials' },
  'audiences.listMembers': { id_or_slug: 'vip', institution_public_id: 'INST-1' },
  'notifications.list': { page: 1, categories: ['a', 'b'] },
  ...featureParameters,
};

/** Properties that `Object.prototype` has for a while: many names with one value. */
interface Pollution {
  readonly names: readonly string[];
  readonly value: unknown;
}

const clean: Pollution = { names: [], value: undefined };

/** A clock that stands still: a retry follows at once, and no time limit ends. */
const clock: Clock = {
  now: () => 0,
  date: () => 0,
  random: () => 0,
  after(milliseconds, callback) {
    if (milliseconds === 0) queueMicrotask(callback);
    return () => {};
  },
};

/** Runs work while `Object.prototype` is polluted, and says how it ended. */
async function outcomeOf(work: () => Promise<object>, { names, value }: Pollution = clean): Promise<string> {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  let outcome: (() => string) | undefined;
  for (const name of names) prototype[name] = value;
  try {
    work().then(
      (result) => {
        outcome = () => JSON.stringify(result);
      },
      (reason: unknown) => {
        outcome = () => `threw ${reason}`;
      },
    );
    // A polluted `then` keeps a promise pending for ever.
    for (let turns = 0; !outcome && turns < 100; turns++) await new Promise<void>((resolve) => setImmediate(resolve));
  } catch (cause) {
    return `threw ${cause}`;
  } finally {
    for (const name of names) delete prototype[name];
  }
  return outcome?.() ?? 'pending';
}

/** Makes a `fetch` that issues tokens, and whose first response to each GET is a 503. */
function createFetch(): RecordingFetch {
  const seen = new Set<string>();
  return recordingFetch(({ method, url }) => {
    const isFirst = method === 'GET' && !seen.has(url);
    seen.add(url);
    return isFirst
      ? new Response('{}', { status: 503 })
      : new Response('{"access_token":"t","token_type":"Bearer","expires_in":3600,"id":"1","data":[],"users":[]}');
  });
}

function recordsOf({ requests }: RecordingFetch): object[] {
  return requests.map(({ signal: _, headers, ...request }) => ({ ...request, headers: { ...headers } }));
}

/** Makes a client and calls methods of it, with and without options. */
async function useClient(factory: Factory): Promise<object> {
  const fetch = createFetch();
  const events: ClientEvent[] = [];
  const observe = (event: ClientEvent) => events.push(event);
  const client = createClient(factory, { fetch, clock, observe, headers: { 'X-A': 'a' } });
  const results: unknown[] = [];
  for (const [name, method] of methodsOf(client)) {
    const given = parameters[name];
    if (!given) continue;
    const options = { timeout: 5000, ...(name === 'notifications.create' && { idempotencyKey: 'order-7' }) };
    results.push(await (method as UntypedMethod)(given, options));
    if (name !== 'notifications.create') results.push(await method(given));
  }
  // Each call has another id.
  return { results, events: events.map(({ callId: _, ...event }) => event), requests: recordsOf(fetch) };
}

/** Requests with what the platform has alone, as a client uses it. A name that breaks them cannot be tested. */
async function usePlatform(): Promise<object> {
  const fetch = createFetch();
  const { signal } = new AbortController();
  const results: unknown[] = [];
  for (const [method, text] of [
    ['GET', null],
    ['POST', '{"a":[{"b":1}]}'],
  ] as const) {
    const headers = Object.fromEntries(new Headers({ 'X-A': 'a' }));
    const body = text && JSON.stringify(JSON.parse(text));
    const response = await fetch(new URL('https://api.example.com/a').href, {
      method,
      headers,
      body,
      signal,
      redirect: 'manual',
    });
    results.push(JSON.parse(await response.text()), await new Response('{}', { headers }).json());
  }
  const form = new URLSearchParams({ a: 'b' }).toString();
  return { results, form, requests: recordsOf(fetch) };
}

const value = values[Number(process.argv[2])];
const platform = await outcomeOf(usePlatform);
const testable: string[] = [];
for (const name of names) {
  if ((await outcomeOf(usePlatform, { names: [name], value })) === platform) testable.push(name);
}
const broken: string[] = [];
for (const factory of [...factories, featureFactory]) {
  const expected = await outcomeOf(() => useClient(factory));
  if (!expected.startsWith('{"results":')) throw new Error(`${factory.name} does not work: ${expected}`);
  const isUnchanged = async (some: readonly string[]) =>
    (await outcomeOf(() => useClient(factory), { names: some, value })) === expected;
  broken.push(...(await findBroken(testable, isUnchanged)).map((name) => `${factory.name}: ${name}`));
}
console.log(JSON.stringify({ names, testable, broken }));

/** Finds the names that change something, by halves. */
async function findBroken(
  some: readonly string[],
  isUnchanged: (some: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  if (await isUnchanged(some)) return [];
  if (some.length === 1) return some;
  const middle = Math.ceil(some.length / 2);
  const halves = [some.slice(0, middle), some.slice(middle)];
  return [...(await findBroken(halves[0] ?? [], isUnchanged)), ...(await findBroken(halves[1] ?? [], isUnchanged))];
}
