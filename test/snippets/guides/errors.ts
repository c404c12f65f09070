// #region throw
import {
  createMagicBell,
  isApiError,
  isPlumblineError,
} from '@plumbline/magicbell';

const magicbell = createMagicBell();
const user_id = '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21';

try {
  const { user } = await magicbell.users.get({ user_id });
  console.log(user.email);
} catch (error) {
  if (isApiError(error, 404)) console.log('There is no such user.');
  else if (isApiError(error, 422)) console.log(error.body?.errors);
  else if (isApiError(error, 429)) console.log(error.retryAt);
  // The network, a timeout, or invalid parameters.
  else if (isPlumblineError(error)) console.log(`${error}`);
  // A bug, or the reason of an aborted signal.
  else throw error;
}
// #endregion

// #region result
const outcome = await magicbell.users.get({ user_id }).result();
if (outcome.ok) console.log(outcome.data.user.email);
else if (outcome.status === 404) console.log(outcome.error.errors);
else console.log('Another status', outcome.status);
// #endregion

// #region abort
const canceller = new AbortController();
const { signal } = canceller;
const call = magicbell.users.get({ user_id }, { signal });
canceller.abort(new Error('The page was left.'));
await call.catch((reason) => console.log(reason)); // Error: The page was left.
// #endregion
