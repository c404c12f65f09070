import { createMagicBell } from '@plumbline/magicbell';

const { MAGICBELL_API_KEY: apiKey = '', MAGICBELL_API_SECRET: apiSecret = '' } = process.env;
const magicbell = createMagicBell({ apiKey, apiSecret });

const { import: started } = await magicbell.imports.create({
  import: {
    users: [{ external_id: '56780', email: 'mary@example.com', first_name: 'Mary' }, { email: 'richard@example.com' }],
  },
});
console.log(started.id, started.status);
