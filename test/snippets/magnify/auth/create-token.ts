import { createMagnify } from '@plumbline/magnify';

const magnify = createMagnify();

// A client requests its tokens itself.
const { expires_in } = await magnify.auth.createToken({
  grant_type: 'client_credentials',
  client_id: process.env.MAGNIFY_CLIENT_ID ?? '',
  client_secret: process.env.MAGNIFY_CLIENT_SECRET ?? '',
  scope: 'partner-api/motions.read',
});
console.log(expires_in);
