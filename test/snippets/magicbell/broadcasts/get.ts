import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

const broadcast_id = '5f0f2f5c-4f0a-4a55-9a3e-3d6b7f1c2a10';
const { broadcast } = await magicbell.broadcasts.get({ broadcast_id });
console.log(broadcast.status);
