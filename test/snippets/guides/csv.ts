// #region rows
import { createMxAudience, findMemberId, readMemberRows } from '@plumbline/mx-audience';

const { MX_AUDIENCE_CLIENT_ID: clientId = '', MX_AUDIENCE_CLIENT_SECRET: clientSecret = '' } = process.env;
const mx = createMxAudience({ domain: 'acme', clientId, clientSecret });
const audience = { id_or_slug: 'home_buyers', institution_public_id: 'INST-4B7E1D90' };

for await (const row of readMemberRows(mx, audience)) {
  const id = findMemberId(row);
  if (id) console.log(id);
}
// #endregion

// #region text
const csv = await mx.audiences.listMembers(audience, { accept: 'text/csv' });
console.log(csv.length, 'characters');
// #endregion

// #region bytes
let size = 0;
for await (const bytes of mx.audiences.listMembers(audience, { accept: 'text/csv' }).stream()) size += bytes.length;
console.log(size, 'bytes');
// #endregion
