// #region fetch
import { createMagicBell, type UsersListResponse } from '@plumbline/magicbell';
import { recordingFetch } from '@plumbline/runtime/testing';

const users = [{ id: 'u_1' }];
const page: UsersListResponse = { per_page: 20, current_page: 1, users };
const fetch = recordingFetch(Response.json(page));
const keys = { apiKey: 'test', apiSecret: 'test' };
const stubbed = createMagicBell({ ...keys, fetch });

const [first] = await stubbed.users.list().toArray({ limit: 1 });
console.log(first?.id); // u_1
console.log(fetch.requests[0]?.headers['x-magicbell-api-key']); // test

// #endregion

// #region faults
import {
  ManualClock,
  networkError,
  rateLimited,
} from '@plumbline/runtime/testing';

const clock = new ManualClock();
const script = [
  networkError('ECONNRESET'),
  rateLimited(20),
  Response.json(page),
];
const faulty = recordingFetch(script);
const retried = createMagicBell({ ...keys, clock, fetch: faulty });

await clock.run(retried.users.list()); // two retries, without waiting
console.log(faulty.requests.length); // 3
// #endregion

// #region mock
const baseUrl = process.env.MAGICBELL_MOCK ?? 'http://127.0.0.1:4010';
const magicbell = createMagicBell({ ...keys, baseUrl });

const user_id = '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21';
const { user } = await magicbell.users.get({ user_id });
console.log(user.email); // the example of the spec

// #endregion

// #region status
import { isApiError } from '@plumbline/magicbell';

try {
  const headers = { Prefer: 'code=429' };
  await magicbell.users.list({}, { headers, retry: false });
} catch (error) {
  console.log(isApiError(error, 429)); // true
}
// #endregion
