/** workerd sends the response of a call. Its `test` handler sends a request to the worker itself. */
import { expectUser, handle } from './call-responses.ts';

interface Environment {
  readonly SELF: { fetch(url: string): Promise<Response> };
}

export default {
  fetch: handle,
  test: async (_: unknown, { SELF }: Environment): Promise<void> => expectUser(await SELF.fetch('http://worker/')),
};
