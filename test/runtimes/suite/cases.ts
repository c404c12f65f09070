import { createUserHmac, isApiError } from '@plumbline/magicbell';
import { readMemberRows } from '@plumbline/mx-audience';
import { type Case, check, errorOf } from './case.ts';
import { magicbellAt, magnetiqAt, magnifyAt, mxAudienceAt } from './clients.ts';

const audience = { id_or_slug: 'vip', institution_public_id: 'INST-1' };

/** What is run on every runtime, by what it shows. The server answers as `vendor-server.ts` says. */
export const cases: Readonly<Record<string, Case>> = {
  'magicbell sends its key and secret': async (server) => {
    const { user } = await magicbellAt(server).users.get({ user_id: 'mary' });
    check(user.id === 'mary', user);
  },

  'magnetiq gets its token': async (server) => {
    const magnetiq = magnetiqAt(server);
    const answers = await Promise.all([magnetiq.consumers.get({ id: '1' }), magnetiq.consumers.get({ id: '2' })]);
    check(answers.map(({ tokens }) => tokens).join() === '1,1', answers);
  },

  'magnify gets its token': async (server) => {
    const magnify = magnifyAt(server);
    const { id } = await magnify.motions.get({ motionId: '3f2b8c1e-5a7d-4e9f-8b6a-1c2d3e4f5a6b' });
    check(id === '3f2b8c1e-5a7d-4e9f-8b6a-1c2d3e4f5a6b', id);
  },

  'mx-audience gets its token': async (server) => {
    const { count } = await mxAudienceAt(server).audiences.listMembers(audience);
    check(count === 1, count);
  },

  'a user is signed with WebCrypto': async () => {
    const hmac = await createUserHmac('s3cret', { userEmail: 'Mary@Example.com' });
    check(hmac === 'eOqpDIeIiBMgY/dALHTi9TSu8odm+eBffBp0+bPLIDs=', hmac);
  },

  'a create is tried again under one idempotency key': async (server) => {
    const events: string[] = [];
    const magicbell = magicbellAt(server, { observe: ({ type }) => events.push(type) });
    const { notification } = await magicbell.notifications.create({
      notification: { title: 'Grüße ✓', recipients: [{ email: 'mary@example.com' }] },
    });
    check(notification.id === 'Grüße ✓' && events.includes('retry'), [notification, events]);
  },

  'a list is read to its end': async (server) => {
    const motions: string[] = [];
    for await (const { id } of magnifyAt(server).motions.list({ size: 50 })) motions.push(String(id));
    check(motions.length === 130 && new Set(motions).size === 130, motions.length);
    const consumers = await magnetiqAt(server).consumers.list({ limit: 50 }).toArray({ limit: 1000 });
    check(consumers.length === 130, consumers.length);
  },

  'an error has the type of its status': async (server) => {
    const magicbell = magicbellAt(server);
    const error = await errorOf(magicbell.users.get({ user_id: 'nobody' }));
    check(isApiError(error, 404) && !isApiError(error, 401), error);
    const outcome = await magicbell.users.get({ user_id: 'nobody' }).result();
    check(outcome.status === 404 && outcome.error.errors?.[0]?.message === 'There is no such user.', outcome);
  },

  'a body that stalls ends in a TimeoutError': async (server) => {
    const events: string[] = [];
    const magicbell = magicbellAt(server, { retry: false, observe: ({ type }) => events.push(type) });
    const error = (await errorOf(magicbell.users.get({ user_id: 'stalls' }, { timeout: 1000 }))) as Error;
    check(error.name === 'TimeoutError', error);
    // Its head had arrived.
    check(events.join() === 'request,response', events);
  },

  'a call is aborted with its reason': async (server) => {
    const controller = new AbortController();
    const reason = new Error('No longer wanted.');
    const observe = ({ type }: { readonly type: string }) => {
      if (type === 'request') setTimeout(() => controller.abort(reason));
    };
    const { signal } = controller;
    const error = await errorOf(magicbellAt(server, { observe }).users.get({ user_id: 'silent' }, { signal }));
    check(error === reason, error);
  },

  'a redirect is not followed': async (server) => {
    const error = await errorOf(magicbellAt(server).users.get({ user_id: 'moved' }));
    // A browser does not tell the status of a redirect (https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect).
    const status = 'document' in globalThis ? 0 : 302;
    check(isApiError(error) && error.status === status, error);
  },

  'a CSV is read row by row': async (server) => {
    let rows = 0;
    for await (const [id, name] of readMemberRows(mxAudienceAt(server), audience)) {
      check(id === String(rows) && name === `Zoë, the ${rows}th`, [id, name]);
      rows++;
    }
    check(rows === 5000, rows);
    for await (const _ of readMemberRows(mxAudienceAt(server), { ...audience, id_or_slug: 'endless' })) break;
  },
};
