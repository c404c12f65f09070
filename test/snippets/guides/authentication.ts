import { isPlumblineError } from '@plumbline/runtime';
import { createAcme } from '../acme-client.ts';

const readVault = async (_name: string) => 'test';

// #region options
const byToken = createAcme({ token: process.env.ACME_TOKEN ?? 'test' });
const byKey = createAcme({ keyId: 'id', keySecret: 'secret' });
// #endregion

// #region basic
const byName = createAcme({ account: 'username:password' });
const byObject = createAcme({
  account: { username: 'key', password: '' },
});
// #endregion

// #region function
const rotating = createAcme({ token: () => readVault('acme-token') });
try {
  await rotating.logs.tail();
} catch (error) {
  if (!isPlumblineError(error)) throw error;
  // "CredentialError: the vault failed": nothing was sent.
  console.log(`${error.name}: ${error.message}`);
}
// #endregion

for (const acme of [byToken, byKey, byName, byObject]) await acme.logs.tail();
