import { createMagnetiq } from '@plumbline/magnetiq';

const { MAGNETIQ_API_KEY: apiKey = '' } = process.env;
const magnetiq = createMagnetiq({ apiKey });

const { MAGNETIQ_CLIENT_ID: client_id = '', MAGNETIQ_CLIENT_SECRET: client_secret = '' } = process.env;
const { expires_in } = await magnetiq.auth.createToken({ client_id, client_secret });
console.log(expires_in);
