import { createMxAudience } from '@plumbline/mx-audience';

const { MX_AUDIENCE_CLIENT_ID: clientId = '', MX_AUDIENCE_CLIENT_SECRET: clientSecret = '' } = process.env;
const mx = createMxAudience({ domain: 'acme', clientId, clientSecret });

const { count, list } = await mx.audiences.listMembers({
  id_or_slug: 'home_buyers',
  institution_public_id: 'INST-4B7E1D90',
});
console.log(count, list);
