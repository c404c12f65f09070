import { createMagicBell, type User } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const missing: User[] = [];
for await (const user of magicbell.users.list({ per_page: 100 })) {
  if (!user.email) missing.push(user);
}
console.log(missing.length, 'users have no email address');
