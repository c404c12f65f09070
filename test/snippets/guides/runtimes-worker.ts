import { createMagicBell, type MagicBell } from '@plumbline/magicbell';

interface Env {
  readonly MAGICBELL_API_KEY: string;
  readonly MAGICBELL_API_SECRET: string;
}
let magicbell: MagicBell | undefined;

export default {
  async fetch({ signal }: Request, env: Env): Promise<Response> {
    magicbell ??= createMagicBell({
      apiKey: env.MAGICBELL_API_KEY,
      apiSecret: env.MAGICBELL_API_SECRET,
    });
    return Response.json(await magicbell.users.list({}, { signal }));
  },
};
