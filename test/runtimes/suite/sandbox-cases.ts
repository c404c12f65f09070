import { createMagicBell, isApiError } from '@plumbline/magicbell';
import { createMxAudience, readMemberRows } from '@plumbline/mx-audience';
import { ManualClock } from '@plumbline/runtime/testing';
import { createSandbox } from '@plumbline/sandbox';
import magicbellData from '@plumbline/spec-magicbell/sandbox';
import mxAudienceData from '@plumbline/spec-mx-audience/sandbox';
import { type Case, check, errorOf } from './case.ts';

/** The cases of the sandbox, which need no server. */
export const sandboxCases: Readonly<Record<string, Case>> = {
  'a sandbox stores what a client creates, and lists it': async () => {
    const vendor = createSandbox(magicbellData);
    const magicbell = createMagicBell({ ...vendor.credentials, fetch: vendor.fetch });
    const { user } = await magicbell.users.create({ user: { email: 'mary@example.com' } });
    const users = await magicbell.users.list().toArray({ limit: 10 });
    check(users.length === 1 && users[0]?.id === user.id, users);
    check(vendor.resources.user.get('email:mary@example.com')?.id === user.id, vendor.resources.user.all());
  },

  'a sandbox refuses an unknown id with the error of its vendor': async () => {
    const vendor = createSandbox(magicbellData);
    const magicbell = createMagicBell({ ...vendor.credentials, fetch: vendor.fetch });
    const error = await errorOf(magicbell.users.get({ user_id: '__proto__' }));
    check(isApiError(error, 404), error);
  },

  'a create whose response a sandbox loses is retried with its key, and makes one item': async () => {
    const clock = new ManualClock();
    const vendor = createSandbox(magicbellData, { clock });
    const magicbell = createMagicBell({ ...vendor.credentials, clock, fetch: vendor.fetch });
    vendor.fail('notifications/create', { with: 'response-lost' });
    const recipients = [{ email: 'mary@example.com' }];
    await clock.run(magicbell.notifications.create({ notification: { title: 'Grüße ✓', recipients } }));
    const titles = vendor.resources.notification.all().map(({ title }) => title);
    check(vendor.requests.length === 2 && titles.join() === 'Grüße ✓', [vendor.requests, titles]);
  },

  'a sandbox sends a CSV': async () => {
    const vendor = createSandbox(mxAudienceData, { examples: true });
    const baseUrl = 'https://yourdomain.access.mx.com';
    const mx = createMxAudience({ ...vendor.credentials, baseUrl, fetch: vendor.fetch });
    const [item] = vendor.resources.audience.all();
    const parameters = { id_or_slug: String(item?.audience_id), institution_public_id: String(item?.institution_id) };
    const rows: (readonly string[])[] = [];
    for await (const row of readMemberRows(mx, parameters)) rows.push(row);
    check(rows.length === 3 && rows.every(({ length }) => length === 1), rows);
  },
};
