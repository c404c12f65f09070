/** The smallest use of each vendor's client, a client and one call: what its users import, and the program. */
export const programs: Readonly<Record<string, { readonly specifier: string; readonly program: string }>> = {
  magicbell: {
    specifier: '@plumbline/magicbell',
    program: `import { createMagicBell } from '@plumbline/magicbell';
const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret' });
console.log(await magicbell.users.list());`,
  },
  magnetiq: {
    specifier: '@plumbline/magnetiq',
    program: `import { createMagnetiq } from '@plumbline/magnetiq';
const magnetiq = createMagnetiq({ apiKey: 'key' });
console.log(await magnetiq.consumers.list());`,
  },
  magnify: {
    specifier: '@plumbline/magnify',
    program: `import { createMagnify } from '@plumbline/magnify';
const magnify = createMagnify({ clientId: 'id', clientSecret: 'secret' });
console.log(await magnify.motions.list());`,
  },
  'mx-audience': {
    specifier: '@plumbline/mx-audience',
    program: `import { createMxAudience } from '@plumbline/mx-audience';
const mx = createMxAudience({ domain: 'bank', clientId: 'id', clientSecret: 'secret' });
console.log(await mx.audiences.listMembers({ id_or_slug: 'audience_1', institution_public_id: 'INST-1' }));`,
  },
};
