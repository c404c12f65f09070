import { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';
// #region define
import {
  bearer,
  type Call,
  type ClientOptions,
  defineClient,
  type Policy,
} from '@plumbline/runtime';

interface Operations {
  users: { get(params: { id: string }): Call<{ name: string }> };
}
type AcmeOptions = ClientOptions & { readonly token?: string };

export const createAcme = defineClient<object, Operations, AcmeOptions>({
  name: 'createAcme',
  server: 'https://api.example',
  operations: { users: { get: { method: 'GET', path: '/users/{id}' } } },
  querySerialization: {},
  options: { token: { environment: 'ACME_TOKEN' } },
  credentials: [{ required: ['token'], policy: bearer(({ token }) => token) }],
});
// #endregion

// #region stream
const mx = createMxAudience();
const audience = {
  id_or_slug: 'home_buyers',
  institution_public_id: 'INST-4B7E1D90',
};

const call = mx.audiences.listMembers(audience, { accept: 'text/csv' });
let size = 0;
for await (const bytes of call.stream()) size += bytes.length;
console.log(size);
// #endregion

// #region policies
const trace: Policy = (request, next) =>
  next(request.withHeaders({ 'X-Trace-Id': crypto.randomUUID() }));

const sign: Policy = async (request, next) => {
  const date = new Date().toISOString();
  const text = `${date} ${request.method} ${request.url} ${request.body}`;
  const bytes = new TextEncoder().encode(text);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return next(request.withHeaders({ 'X-Date': date, 'X-Digest': base64 }));
};

const policies = { call: [trace], attempt: [sign] };
const magnify = createMagnify({ policies });
// #endregion

await magnify.motions.list();
