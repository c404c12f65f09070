import { createMagicBell, isApiError, isPlumblineError } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });
const user_id = '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21';

// #region throw
try {
  const { user } = await magicbell.users.get({ user_id });
  console.log(user.email);
} catch (error) {
  if (isApiError(error, 404)) console.log('There is no such user.');
  else if (isApiError(error, 429)) console.log('Try again at', error.retryAt);
  else if (isPlumblineError(error)) console.log(error.name, error.message);
  else throw error; // another error: a bug, or the reason of an aborted signal
}
// #endregion

// #region result
const outcome = await magicbell.users.get({ user_id }).result();
if (outcome.ok) console.log(outcome.data.user.email);
else if (outcome.status === 404) console.log(outcome.error.errors?.[0]?.message);
else console.log('Another status', outcome.status);
// #endregion

// #region abort
const canceller = new AbortController();
const call = magicbell.users.get({ user_id }, { signal: canceller.signal, timeout: 5_000 });
canceller.abort(new Error('The page was left.'));
await call.catch((reason) => console.log(reason)); // Error: The page was left.
// #endregion
