import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const { import: done } = await magicbell.imports.get({
  import_id: '67e839ab-98a8-48cf-9bcb-12d2b906c9c3',
});
console.log(done.status, done.summary);
