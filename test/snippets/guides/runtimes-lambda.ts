import { createMagnify } from '@plumbline/magnify';

// Or read it from a vault.
const clientSecret = async () => process.env.MAGNIFY_CLIENT_SECRET;
const magnify = createMagnify({ clientSecret });

interface Context {
  getRemainingTimeInMillis(): number;
}
export async function handler(_event: unknown, context: Context) {
  const deadline = context.getRemainingTimeInMillis() - 500;
  const { total } = await magnify.motions.list({}, { deadline });
  return total;
}
