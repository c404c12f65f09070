import { createMxAudience } from '@plumbline/mx-audience';

// Reads MX_AUDIENCE_CLIENT_ID and MX_AUDIENCE_CLIENT_SECRET.
const mx = createMxAudience({ domain: 'acme' });

const { count, list } = await mx.audiences.listMembers({
  id_or_slug: 'home_buyers',
  institution_public_id: 'INST-4B7E1D90',
});
console.log(count, list);
