// #region start
import { createMagicBell } from '@plumbline/magicbell';
import { createSandbox } from '@plumbline/sandbox';
import data from '@plumbline/spec-magicbell/sandbox';

const vendor = createSandbox(data);
const { credentials, fetch } = vendor;
const magicbell = createMagicBell({ ...credentials, fetch });

await magicbell.users.create({ user: { email: 'mary@example.com' } });
console.log(vendor.resources.user.all().length); // 1
// #endregion

// #region faults
vendor.fail('users/get', { with: 'no-connection' }); // once
vendor.fail('users/list', { with: { status: 503 }, times: 3 });
vendor.fail('*', { with: 'response-lost', rate: 0.1 }); // by the seed
// #endregion
vendor.reset();

// #region time
import { ManualClock } from '@plumbline/runtime/testing';

const clock = new ManualClock();
const limited = createSandbox(data, { clock, rateLimits: true });
const options = { clock, fetch: limited.fetch };
const client = createMagicBell({ ...credentials, ...options });

limited.fail('users/list', { with: 'stalled' });
await clock.run(client.users.list()); // a timeout and a retry
console.log(limited.requests.length); // 2

await limited.advance(60_000); // the next minute of the limits
// #endregion

// #region state
const shop = createSandbox(data, { examples: true });
const { user } = shop.resources;

user.add({ email: 'paul@example.com', first_name: 'Paul' });
console.log(user.get('email:paul@example.com')?.first_name); // Paul
console.log(user.all().length); // 4: three are examples of the spec
user.remove('email:paul@example.com');
shop.reset();

// #endregion

// #region read
import { createMagnify } from '@plumbline/magnify';
import magnifyData from '@plumbline/spec-magnify/sandbox';

const partner = createSandbox(magnifyData);
partner.resources.motion.add({ name: 'Onboarding', state: 'EXECUTING' });

const access = { ...partner.credentials, fetch: partner.fetch };
const { total } = await createMagnify(access).motions.list();
console.log(total); // 1

// #endregion

// #region audience
import { createMxAudience } from '@plumbline/mx-audience';
import mxData from '@plumbline/spec-mx-audience/sandbox';

const mx = createSandbox(mxData);
mx.resources.audience.add({
  audience_id: 'home_buyers',
  institution_id: 'INST-1',
  list: ['USR-1', 'USR-2'],
});

const reader = { ...mx.credentials, domain: 'acme', fetch: mx.fetch };
const members = await createMxAudience(reader).audiences.listMembers({
  id_or_slug: 'home_buyers',
  institution_public_id: 'INST-1',
});
console.log(members.count); // 2

// #endregion

// #region user
import { createMagicBellUser } from '@plumbline/magicbell';

const { apiKey } = credentials;
const userEmail = 'mary@example.com';
const mary = createMagicBellUser({ apiKey, userEmail, fetch });

const recipients = [{ email: userEmail }];
const notification = { title: 'Welcome', recipients };
await magicbell.notifications.create({ notification });
const inbox = await mary.notifications.list();
console.log(inbox.unread_count); // 1
// #endregion

// #region assumptions
for (const { operation, place, level } of vendor.assumptions()) {
  console.log(operation, place, level);
}
// #endregion

// #region strict
const strict = createSandbox(data, { strict: 'documented' });
// #endregion
console.log(strict.assumptions());

// #region prefer
import { isApiError } from '@plumbline/magicbell';

try {
  const headers = { Prefer: 'code=429' };
  await magicbell.users.list({}, { headers, retry: false });
} catch (error) {
  console.log(isApiError(error, 429)); // true
}

// #endregion

// #region server
import { serveSandbox } from '@plumbline/sandbox/server';

const server = await serveSandbox(vendor);
const baseUrl = server.url; // http://127.0.0.1:<port>
const remote = createMagicBell({ ...credentials, baseUrl });

console.log((await remote.users.list()).users.length); // 1
await server.close();

// #endregion

// #region fetch
import type { UsersListResponse } from '@plumbline/magicbell';
import { rateLimited, recordingFetch } from '@plumbline/runtime/testing';

const users = [{ id: 'u_1' }];
const page: UsersListResponse = { per_page: 20, current_page: 1, users };
const script = recordingFetch([rateLimited(20), Response.json(page)]);
const scripted = createMagicBell({ ...credentials, clock, fetch: script });

await clock.run(scripted.users.list());
console.log(script.requests.length); // 2
// #endregion
