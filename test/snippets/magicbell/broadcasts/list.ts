import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

for await (const broadcast of magicbell.broadcasts.list({ per_page: 50 })) {
  console.log(broadcast.id, broadcast.title);
}
