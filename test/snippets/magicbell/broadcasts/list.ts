import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const broadcasts = magicbell.broadcasts.list({
  per_page: 50,
});
for await (const { id, title } of broadcasts) {
  console.log(id, title);
}
