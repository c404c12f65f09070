import { createMagnify } from '@plumbline/magnify';

const { MAGNIFY_CLIENT_ID: clientId = '', MAGNIFY_CLIENT_SECRET: clientSecret = '' } = process.env;
const magnify = createMagnify({ clientId, clientSecret });

// The client does this by itself, with the first call that needs a token.
const { expires_in } = await magnify.auth.createToken({
  grant_type: 'client_credentials',
  client_id: clientId,
  client_secret: clientSecret,
  scope: 'partner-api/motions.read',
});
console.log(expires_in);
