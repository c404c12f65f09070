import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const { broadcast } = await magicbell.broadcasts.get({
  broadcast_id: '5f0f2f5c-4f0a-4a55-9a3e-3d6b7f1c2a10',
});
console.log(broadcast.status);
