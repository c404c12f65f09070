import { createUserHmac, isApiError } from '@plumbline/magicbell';
import { readMemberRows } from '@plumbline/mx-audience';
import { chunked, ManualClock, networkError, rateLimited, recordingFetch, stalled } from '@plumbline/runtime/testing';
import { type Case, check, errorOf } from './case.ts';
import { downloadCases } from './download-cases.ts';
import { sandboxCases } from './sandbox-cases.ts';
import { uploadCases } from './upload-cases.ts';

const audience = { id_or_slug: 'vip', institution_public_id: 'INST-1' };

/** The cases that run on every runtime, by the property that they check. `vendor-responses.ts` has the responses. */
export const cases: Readonly<Record<string, Case>> = {
  'magicbell sends its key and secret': async (clients) => {
    const { user } = await clients.magicbell().users.get({ user_id: 'mary' });
    check(user.id === 'mary', user);
  },

  'magnetiq gets its token': async (clients) => {
    const magnetiq = clients.magnetiq();
    const consumers = await Promise.all([magnetiq.consumers.get({ id: '1' }), magnetiq.consumers.get({ id: '2' })]);
    check(consumers.map(({ tokens }) => tokens).join() === '1,1', consumers);
  },

  'magnify gets its token': async (clients) => {
    const magnify = clients.magnify();
    const { id } = await magnify.motions.get({ motionId: '3f2b8c1e-5a7d-4e9f-8b6a-1c2d3e4f5a6b' });
    check(id === '3f2b8c1e-5a7d-4e9f-8b6a-1c2d3e4f5a6b', id);
  },

  'mx-audience gets its token': async (clients) => {
    const { count } = await clients.mxAudience().audiences.listMembers(audience);
    check(count === 1, count);
  },

  'createUserHmac signs a user with WebCrypto': async () => {
    const hmac = await createUserHmac('s3cret', { userEmail: 'Mary@Example.com' });
    check(hmac === 'eOqpDIeIiBMgY/dALHTi9TSu8odm+eBffBp0+bPLIDs=', hmac);
  },

  'a create is retried with the same idempotency key': async (clients) => {
    const events: string[] = [];
    const magicbell = clients.magicbell({ observe: ({ type }) => events.push(type) });
    const { notification } = await magicbell.notifications.create({
      notification: { title: 'Grüße ✓', recipients: [{ email: 'mary@example.com' }] },
    });
    check(notification.id === 'Grüße ✓' && events.includes('retry'), [notification, events]);
  },

  'a list yields the items of all pages': async (clients) => {
    const motions: string[] = [];
    for await (const { id } of clients.magnify().motions.list({ size: 50 })) motions.push(String(id));
    check(motions.length === 130 && new Set(motions).size === 130, motions.length);
    const consumers = await clients.magnetiq().consumers.list({ limit: 50 }).toArray({ limit: 1000 });
    check(consumers.length === 130, consumers.length);
  },

  'an error has the type of its status': async (clients) => {
    const magicbell = clients.magicbell();
    const error = await errorOf(magicbell.users.get({ user_id: 'unknown' }));
    check(isApiError(error, 404) && !isApiError(error, 401), error);
    const outcome = await magicbell.users.get({ user_id: 'unknown' }).result();
    check(outcome.status === 404 && outcome.error.errors?.[0]?.message === 'User not found.', outcome);
  },

  'a stalled body throws a TimeoutError': async (clients) => {
    const events: string[] = [];
    const magicbell = clients.magicbell({ retry: false, observe: ({ type }) => events.push(type) });
    const error = (await errorOf(magicbell.users.get({ user_id: 'stalls' }, { timeout: 1000 }))) as Error;
    check(error.name === 'TimeoutError', error);
    // An attempt includes its body, so a response event would be wrong.
    check(events.join() === 'request,error', events);
  },

  'an aborted call throws the reason of its signal': async (clients) => {
    const controller = new AbortController();
    const reason = new Error('No longer wanted.');
    const observe = ({ type }: { readonly type: string }) => {
      if (type === 'request') setTimeout(() => controller.abort(reason));
    };
    const { signal } = controller;
    const error = await errorOf(clients.magicbell({ observe }).users.get({ user_id: 'silent' }, { signal }));
    check(error === reason, error);
  },

  'a redirect is not followed': async (clients) => {
    const error = await errorOf(clients.magicbell().users.get({ user_id: 'moved' }));
    // Browsers hide the status of a redirect (https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect).
    const status = 'document' in globalThis ? 0 : 302;
    check(isApiError(error) && error.status === status, error);
  },

  'a CSV is read row by row': async (clients) => {
    let rows = 0;
    for await (const [id, name] of readMemberRows(clients.mxAudience(), audience)) {
      check(id === String(rows) && name === `Zoë, the ${rows}th`, [id, name]);
      rows++;
    }
    check(rows === 5000, rows);
    for await (const _ of readMemberRows(clients.mxAudience(), { ...audience, id_or_slug: 'endless' })) break;
  },

  'a test with recordingFetch and ManualClock needs no network and no time': async (clients) => {
    const clock = new ManualClock();
    const fetch = recordingFetch([
      rateLimited(20),
      networkError('ECONNRESET'),
      chunked(['{"user":{"id"', ':"mary"}}']),
    ]);
    const magicbell = clients.magicbell({ clock, fetch });
    const { user } = await clock.run(magicbell.users.get({ user_id: 'mary' }));
    check(user.id === 'mary' && fetch.requests.length === 3 && clock.pending === 0, [user, fetch.requests]);
    const never = clients.magicbell({ clock, fetch: recordingFetch(stalled(['{'])), retry: false });
    const error = (await errorOf(clock.run(never.users.get({ user_id: 'mary' })))) as Error;
    check(error.name === 'TimeoutError', error);
  },

  ...sandboxCases,
  ...uploadCases,
  ...downloadCases,
};
