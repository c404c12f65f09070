import { createMagicBell, isApiError } from '@plumbline/magicbell';
import { ManualClock, networkError, rateLimited, recordingFetch } from '@plumbline/runtime/testing';

// #region fetch
const users = Response.json({ per_page: 20, current_page: 1, users: [{ id: 'u_1' }] });
const fetch = recordingFetch(users);
const stubbed = createMagicBell({ apiKey: 'test', apiSecret: 'test', fetch });

console.log(await stubbed.users.list().toArray({ limit: 1 })); // [{ id: 'u_1' }]
console.log(fetch.requests[0]?.headers['x-magicbell-api-key']); // test
// #endregion

// #region faults
const clock = new ManualClock();
const retried = createMagicBell({
  apiKey: 'test',
  apiSecret: 'test',
  clock,
  fetch: recordingFetch([networkError('ECONNRESET'), rateLimited(20), users]),
});
await clock.run(retried.users.list()); // two retries, which take no time
// #endregion

// #region mock
const { MAGICBELL_MOCK: baseUrl = 'http://127.0.0.1:4010' } = process.env;
const magicbell = createMagicBell({ apiKey: 'test', apiSecret: 'test', baseUrl });

const { user } = await magicbell.users.get({ user_id: '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21' });
console.log(user.email); // the example of the spec
// #endregion

// #region status
try {
  await magicbell.users.list({}, { headers: { Prefer: 'code=429' }, retry: false });
} catch (error) {
  console.log(isApiError(error, 429)); // true
}
// #endregion
