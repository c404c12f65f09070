import { type ClientEvent, createMagicBell, type Policy } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;

// #region observe
const durations = new Map<string, number[]>();
const observe = (event: ClientEvent) => {
  if (event.type === 'retry')
    console.warn(`${event.method} ${event.path}: ${event.reason}, again in ${event.delay} ms`);
  if (event.type !== 'response') return;
  const name = `${event.method} ${event.path} ${event.status}`;
  durations.set(name, [...(durations.get(name) ?? []), event.duration]);
};
const magicbell = createMagicBell({ apiKey, apiSecret, observe });
// #endregion

// #region policy
/** Runs once a call: all of its attempts have one id. */
const trace: Policy = (request, next) => next(request.withHeaders({ 'X-Trace-Id': crypto.randomUUID() }));
/** Runs once an attempt: the request has its credentials. */
const log: Policy = async (request, next) => {
  const response = await next(request);
  console.log(request.method, request.path, request.headers.get('X-Trace-Id'), response.status);
  return response;
};
const traced = createMagicBell({ apiKey, apiSecret, policies: { call: [trace], attempt: [log] } });
// #endregion

await magicbell.users.list({ per_page: 50 });
await traced.users.list({ per_page: 50 });
console.log(durations);
