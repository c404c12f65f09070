/** What callers may pass: compiled, never run. A line that must not compile says so. */
import { createMagicBell, createMagicBellUser, type MagicBell, type MagicBellUser } from '@plumbline/magicbell';
import { createMagnetiq, type Magnetiq } from '@plumbline/magnetiq';
import { createMagnify, type Magnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';
import { expectTypeOf } from 'vitest';

declare const magicbell: MagicBell;
declare const user: MagicBellUser;
declare const magnetiq: Magnetiq;
declare const magnify: Magnify;

// Path, query and body fields are one flat object with the wire's names.
magnify.motions.list();
magnify.motions.list({ size: 10, from: 0, state: 'COMPLETED' });
magnify.motions.emailMetrics.list({ motionId: 'm', size: 100 });
magicbell.users.update({ user_id: 'email:mary@example.com', user: { first_name: 'Mary' } });
magnetiq.consumers.list({ limit: 10, page: 1, filter: { segment: 'high_value', created_after: '2023-01-01' } });
magnetiq.auth.createToken({ client_id: 'your_client_id', client_secret: 'your_client_secret' });
magnetiq.consumers.create({ anything: 'goes', nested: { too: true } });

// @ts-expect-error: the path needs it
magnify.motions.get({});
// @ts-expect-error: the path needs it
magnify.motions.get();
// @ts-expect-error: a typo
magnify.motions.list({ sise: 10 });
// @ts-expect-error: the states are closed in requests
magnify.motions.list({ state: 'RUNNING' });
// @ts-expect-error: a number, not text
magnify.motions.list({ size: '10' });
// @ts-expect-error: recipients are required
magicbell.notifications.create({ notification: { title: 'Task assigned to you' } });
// @ts-expect-error: both or neither
magnetiq.auth.createToken({ client_id: 'your_client_id' });
// @ts-expect-error: takes nothing
magnetiq.analytics.engagement({ from: '2023-01-01' });

// What a call can be told.
const { signal } = new AbortController();
magnify.motions.list({}, { signal, timeout: 500, headers: { 'X-Request-Id': '1' } });
magicbell.notifications.create(
  { notification: { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] } },
  { idempotencyKey: 'order-42' },
);
// @ts-expect-error: the vendor documents no key here
magnetiq.consumers.create({}, { idempotencyKey: 'order-42' });
// @ts-expect-error: one media type only
magnify.motions.list({}, { accept: 'text/csv' });

// Operations belong to the client whose credentials they need.
expectTypeOf(user.notifications).toHaveProperty('list');
expectTypeOf(magicbell.notifications).not.toHaveProperty('list');
expectTypeOf(user).not.toHaveProperty('users');
expectTypeOf(magicbell).toHaveProperty('users');

// Factories.
createMagnetiq({ apiKey: 'key' });
createMagnetiq({ clientId: 'id', clientSecret: 'secret' });
createMxAudience({ domain: 'acme', clientId: 'id', clientSecret: 'secret' });
createMagicBellUser({ apiKey: 'key', userExternalId: 'u_1', userHmac: 'hmac' });
// What is not given comes from the environment.
createMagicBell();
createMagicBellUser({ userEmail: 'mary@example.com' });
createMagnetiq();
createMagnetiq({ clientId: 'id' });
createMagnify({ clientId: undefined, timeout: undefined, policies: undefined });
createMxAudience({ clientId: 'id', clientSecret: 'secret' });
// @ts-expect-error: nothing tells who the user is
createMagicBellUser();
// @ts-expect-error: the sub-domain, or a whole address
createMxAudience({ domain: 'acme', baseUrl: 'https://mx.example' });
// @ts-expect-error: policies stand at two places
createMagnify({ policies: [] });
// @ts-expect-error: one of the two ways
createMagnetiq({ apiKey: 'key', clientId: 'id', clientSecret: 'secret' });
// @ts-expect-error: the API secret never goes with a user
createMagicBellUser({ apiKey: 'key', userEmail: 'mary@example.com', apiSecret: 'secret' });
// @ts-expect-error: one identity
createMagicBellUser({ apiKey: 'key', userEmail: 'mary@example.com', userExternalId: 'u_1' });
// @ts-expect-error: a typo
createMagicBell({ apiKey: 'key', apiSecret: 'secret', timeOut: 5 });
