import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const { import: started } = await magicbell.imports.create({
  import: {
    users: [
      { external_id: '56780', first_name: 'Mary' },
      { email: 'richard@example.com' },
    ],
  },
});
console.log(started.id, started.status);
