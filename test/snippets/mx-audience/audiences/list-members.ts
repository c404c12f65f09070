import { createMxAudience } from '@plumbline/mx-audience';

const mx = createMxAudience({ domain: 'acme' });

const { count, list } = await mx.audiences.listMembers({
  id_or_slug: 'home_buyers',
  institution_public_id: 'INST-4B7E1D90',
});
console.log(count, list);
