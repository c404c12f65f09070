import { createMagnetiq } from '@plumbline/magnetiq';

const magnetiq = createMagnetiq();

const { expires_in } = await magnetiq.auth.refreshToken();
console.log(expires_in);
