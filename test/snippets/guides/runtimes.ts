// #region undici
import { createMagnify } from '@plumbline/magnify';
import { createUndiciFetch } from '@plumbline/runtime/undici';

const { MAGNIFY_CLIENT_ID: clientId = '', MAGNIFY_CLIENT_SECRET: clientSecret = '' } = process.env;
const magnify = createMagnify({ clientId, clientSecret, fetch: createUndiciFetch({ keepAliveTimeout: 2_000 }) });
// #endregion

console.log(typeof magnify.motions.list);
