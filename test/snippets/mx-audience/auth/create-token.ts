import { createMxAudience } from '@plumbline/mx-audience';

const { MX_AUDIENCE_CLIENT_ID: clientId = '', MX_AUDIENCE_CLIENT_SECRET: clientSecret = '' } = process.env;
const mx = createMxAudience({ domain: 'acme', clientId, clientSecret });

// The client does this by itself, with the first call that needs a token.
const answer = await mx.auth.createToken({ client_id: clientId, client_secret: clientSecret });
console.log(answer.expires_in);
