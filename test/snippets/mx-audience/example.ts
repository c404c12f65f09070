import { createMxAudience } from '@plumbline/mx-audience';

const mx = createMxAudience({ domain: 'acme' }); // reads MX_AUDIENCE_CLIENT_ID and MX_AUDIENCE_CLIENT_SECRET

const audience = { id_or_slug: 'home_buyers', institution_public_id: 'INST-4B7E1D90' };
const { count, list } = await mx.audiences.listMembers(audience);
console.log(count, list);
