/** The types of parameters and options. Compiled, never run. `@ts-expect-error` marks a line that must not compile. */
import { createMagicBell, createMagicBellUser, type MagicBell, type MagicBellUser } from '@plumbline/magicbell';
import { createMagnetiq, type Magnetiq } from '@plumbline/magnetiq';
import { createMagnify, type Magnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';
import { expectTypeOf } from 'vitest';

declare const magicbell: MagicBell;
declare const user: MagicBellUser;
declare const magnetiq: Magnetiq;
declare const magnify: Magnify;

// Path, query and body fields are one flat object, and keep their names.
magnify.motions.list();
magnify.motions.list({ size: 10, from: 0, state: 'COMPLETED' });
magnify.motions.emailMetrics.list({ motionId: 'm', size: 100 });
magicbell.users.update({ user_id: 'email:mary@example.com', user: { first_name: 'Mary' } });
magnetiq.consumers.list({ limit: 10, page: 1, filter: { segment: 'high_value', created_after: '2023-01-01' } });
magnetiq.auth.createToken({ client_id: 'your_client_id', client_secret: 'your_client_secret' });
magnetiq.consumers.create({ anything: 'goes', nested: { too: true } });

// @ts-expect-error: the path parameter is required
magnify.motions.get({});
// @ts-expect-error: the path parameter is required
magnify.motions.get();
// @ts-expect-error: a typo
magnify.motions.list({ sise: 10 });
// @ts-expect-error: the enum is closed in requests
magnify.motions.list({ state: 'RUNNING' });
// @ts-expect-error: a number, not text
magnify.motions.list({ size: '10' });
// @ts-expect-error: recipients are required
magicbell.notifications.create({ notification: { title: 'Task assigned to you' } });
// @ts-expect-error: the API takes both or neither
magnetiq.auth.createToken({ client_id: 'your_client_id' });
// @ts-expect-error: the operation has no parameters
magnetiq.analytics.engagement({ from: '2023-01-01' });

// Call options.
const { signal } = new AbortController();
magnify.motions.list({}, { signal, timeout: 500, headers: { 'X-Request-Id': '1' } });
magicbell.notifications.create(
  { notification: { title: 'Task assigned to you', recipients: [{ email: 'mary@example.com' }] } },
  { idempotencyKey: 'order-42' },
);
// @ts-expect-error: the vendor documents no idempotency key for this operation
magnetiq.consumers.create({}, { idempotencyKey: 'order-42' });
// @ts-expect-error: the operation has one media type
magnify.motions.list({}, { accept: 'text/csv' });

// An operation is a method of the client with its credentials.
expectTypeOf(user.notifications).toHaveProperty('list');
expectTypeOf(magicbell.notifications).not.toHaveProperty('list');
expectTypeOf(user).not.toHaveProperty('users');
expectTypeOf(magicbell).toHaveProperty('users');

// Factories.
createMagnetiq({ apiKey: 'key' });
createMagnetiq({ clientId: 'id', clientSecret: 'secret' });
createMxAudience({ domain: 'acme', clientId: 'id', clientSecret: 'secret' });
createMagicBellUser({ apiKey: 'key', userExternalId: 'u_1', userHmac: 'hmac' });
// Missing credentials come from the environment.
createMagicBell();
createMagicBellUser({ userEmail: 'mary@example.com' });
createMagnetiq();
createMagnetiq({ clientId: 'id' });
createMagnify({ clientId: undefined, timeout: undefined, policies: undefined });
createMxAudience({ clientId: 'id', clientSecret: 'secret' });
// @ts-expect-error: the user is required
createMagicBellUser();
// @ts-expect-error: either the sub-domain or the base URL
createMxAudience({ domain: 'acme', baseUrl: 'https://mx.example' });
// @ts-expect-error: policies are an object of `call` and `attempt`
createMagnify({ policies: [] });
// @ts-expect-error: either the key or the id and secret
createMagnetiq({ apiKey: 'key', clientId: 'id', clientSecret: 'secret' });
// @ts-expect-error: a user client has no API secret
createMagicBellUser({ apiKey: 'key', userEmail: 'mary@example.com', apiSecret: 'secret' });
// @ts-expect-error: either the email or the external id
createMagicBellUser({ apiKey: 'key', userEmail: 'mary@example.com', userExternalId: 'u_1' });
// @ts-expect-error: a typo
createMagicBell({ apiKey: 'key', apiSecret: 'secret', timeOut: 5 });
