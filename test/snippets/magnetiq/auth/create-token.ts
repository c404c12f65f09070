import { createMagnetiq } from '@plumbline/magnetiq';

const magnetiq = createMagnetiq();

const { expires_in } = await magnetiq.auth.createToken({
  client_id: process.env.MAGNETIQ_CLIENT_ID ?? '',
  client_secret: process.env.MAGNETIQ_CLIENT_SECRET ?? '',
});
console.log(expires_in);
