import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

const import_id = '67e839ab-98a8-48cf-9bcb-12d2b906c9c3';
const { import: done } = await magicbell.imports.get({ import_id });
console.log(done.status, done.summary);
