import { createMagnetiq } from '@plumbline/magnetiq';

const { MAGNETIQ_API_KEY: apiKey = '' } = process.env;
const magnetiq = createMagnetiq({ apiKey });

const { expires_in } = await magnetiq.auth.refreshToken();
console.log(expires_in);
