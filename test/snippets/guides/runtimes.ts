// #region undici
import { createMagnify } from '@plumbline/magnify';
import { createUndiciFetch } from '@plumbline/runtime/undici';

const fetch = createUndiciFetch({ keepAliveTimeout: 2_000 });
const magnify = createMagnify({ fetch });
// #endregion

console.log(typeof magnify.motions.list);
