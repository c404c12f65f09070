import { createMagicBell, isApiError } from '@plumbline/magicbell';

const magicbell = createMagicBell();

try {
  const { user } = await magicbell.users.update({
    user_id: 'external_id:42',
    user: { email: 'mary@example.com' },
  });
  console.log(user.email);
} catch (error) {
  if (isApiError(error, 404)) console.log('There is no such user.');
  else if (isApiError(error, 422)) console.log(error.body?.errors);
  else throw error; // PUT /users/{user_id}: 403 Forbidden
}
