// #region rows
import {
  createMxAudience,
  findMemberId,
  readMemberRows,
} from '@plumbline/mx-audience';

const mx = createMxAudience({ domain: 'acme' });
const audience = {
  id_or_slug: 'home_buyers',
  institution_public_id: 'INST-4B7E1D90',
};

for await (const row of readMemberRows(mx, audience)) {
  const id = findMemberId(row);
  if (id) console.log(id);
}
// #endregion

// #region text
const accept = 'text/csv';
const csv = await mx.audiences.listMembers(audience, { accept });
console.log(csv.length, 'characters');
// #endregion

// #region bytes
let size = 0;
const stream = mx.audiences.listMembers(audience, { accept }).stream();
for await (const bytes of stream) size += bytes.length;
console.log(size, 'bytes');
// #endregion

// #region raw
const path = '/api/v1/audience/{id_or_slug}/list';
const { response } = await mx.api.GET(path, {
  params: {
    path: { id_or_slug: 'home_buyers' },
    query: { institution_public_id: 'INST-4B7E1D90' },
  },
  headers: { Accept: 'text/csv' },
  parseAs: 'stream',
});
console.log(response.headers.get('Content-Type'), response.body);
// #endregion
