import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

const { labels, metrics } = await magicbell.metrics.categories.get();
for (const [row, category] of labels.entries()) console.log(category, metrics[row]);
