// app/api/users/[id]/route.ts
import { createMagicBell, isApiError } from '@plumbline/magicbell';

const magicbell = createMagicBell();

interface Context {
  params: Promise<{ id: string }>;
}
export async function GET({ signal }: Request, { params }: Context) {
  const { id } = await params;
  try {
    const body = await magicbell.users.get({ user_id: id }, { signal });
    return Response.json(body);
  } catch (error) {
    if (isApiError(error, 404)) return new Response(null, { status: 404 });
    throw error;
  }
}
