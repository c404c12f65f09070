import { createMxAudience } from '@plumbline/mx-audience';

const mx = createMxAudience({ domain: 'acme' });

// A client requests its tokens itself.
const { expires_in } = await mx.auth.createToken({
  client_id: process.env.MX_AUDIENCE_CLIENT_ID ?? '',
  client_secret:
    process.env.MX_AUDIENCE_CLIENT_SECRET ?? '',
});
console.log(expires_in);
