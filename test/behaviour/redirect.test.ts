/** Clients follow no redirect, because it could send credentials to another host. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { respond } from './steps.ts';
import { createTestClient, type TestClient } from './test-client.ts';
import { TestServer } from './test-server.ts';
import { subjects, tokenSubjects } from './transports.ts';

const statuses = [301, 302, 303, 307, 308];

/** Starts another server, under another host name. */
async function startOther({ clock }: TestClient) {
  const other = await new TestServer(clock).listen();
  onTestFinished(() => other[Symbol.asyncDispose]());
  return { other, location: other.url.replace('127.0.0.1', 'localhost') };
}

describe.each(subjects)('$name', (subject) => {
  const { vendor } = subject;

  it.each(statuses)('a %i to another host is not followed, and that host receives nothing', async (status) => {
    const client = await createTestClient(subject);
    const { other, location } = await startOther(client);
    const redirect = respond(status, undefined, { Location: `${location}/elsewhere` });
    client.onRead(redirect);
    const readError = await client.failure(client.read());
    client.onWrite(redirect);
    const writeError = await client.failure(client.write());
    for (const error of [readError, writeError]) {
      expect(error).toMatchObject({ name: 'ApiError', status });
      for (const secret of vendor.secrets) expect(error.message).not.toContain(secret);
    }
    expect(client.reads).toBe(1);
    expect(other.arrivals).toEqual([]);
  });

  it('result() resolves with a redirect and its location', async () => {
    const client = await createTestClient(subject);
    const { location } = await startOther(client);
    client.onRead(respond(302, undefined, { Location: location }));
    const result = await client.clock.run(client.read().result());
    expect(result).toMatchObject({ ok: false, status: 302 });
    expect(result.response.headers.get('Location')).toBe(location);
  });
});

describe.each(tokenSubjects)('$name', (subject) => {
  it.each(statuses)(
    'a %i from the token endpoint is not followed, and the other host receives no credentials',
    async (status) => {
      const client = await createTestClient(subject);
      const { other, location } = await startOther(client);
      client.onToken(respond(status, undefined, { Location: `${location}/token` }));
      const error = await client.failure(client.read());
      expect(error).toMatchObject({ name: 'TokenError', status });
      for (const secret of subject.vendor.secrets) expect(error.message).not.toContain(secret);
      expect(client.tokens).toBe(1);
      expect(client.reads).toBe(0);
      expect(other.arrivals).toEqual([]);
    },
  );
});
