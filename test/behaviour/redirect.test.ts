/** A redirect would take credentials to whoever it names: it is refused, and nothing of ours gets there. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { subjects, tokenSubjects } from './clients.ts';
import { type Scene, stage } from './scene.ts';
import { ScriptedServer } from './scripted-server.ts';
import { answer } from './steps.ts';

const statuses = [301, 302, 303, 307, 308];

/** Another server, by another host name. */
async function startOther({ clock }: Scene) {
  const other = await new ScriptedServer(clock).listen();
  onTestFinished(() => other.close());
  return { other, location: other.url.replace('127.0.0.1', 'localhost') };
}

describe.each(subjects)('$name', (subject) => {
  const { client } = subject;

  it.each(statuses)('refuses to follow a %i to another host, and sends it nothing', async (status) => {
    const scene = await stage(subject);
    const { other, location } = await startOther(scene);
    const redirect = answer(status, undefined, { Location: `${location}/elsewhere` });
    scene.onRead(redirect);
    const readError = await scene.failure(scene.read());
    scene.onWrite(redirect);
    const writeError = await scene.failure(scene.write());
    for (const error of [readError, writeError]) {
      expect(error).toMatchObject({ name: 'ApiError', status });
      for (const secret of client.secrets) expect(error.message).not.toContain(secret);
    }
    expect(scene.reads).toBe(1);
    expect(other.arrivals).toEqual([]);
  });

  it('gives the redirect as a result for whoever wants to follow it', async () => {
    const scene = await stage(subject);
    const { location } = await startOther(scene);
    scene.onRead(answer(302, undefined, { Location: location }));
    const result = await scene.clock.run(scene.read().result());
    expect(result).toMatchObject({ ok: false, status: 302 });
    expect(result.response.headers.get('Location')).toBe(location);
  });
});

describe.each(tokenSubjects)('$name', (subject) => {
  it.each(statuses)('refuses a %i of the token endpoint, and shows nobody the credentials', async (status) => {
    const scene = await stage(subject);
    const { other, location } = await startOther(scene);
    scene.onToken(answer(status, undefined, { Location: `${location}/token` }));
    const error = await scene.failure(scene.read());
    expect(error).toMatchObject({ name: 'TokenError', status });
    for (const secret of subject.client.secrets) expect(error.message).not.toContain(secret);
    expect(scene.tokens).toBe(1);
    expect(scene.reads).toBe(0);
    expect(other.arrivals).toEqual([]);
  });
});
