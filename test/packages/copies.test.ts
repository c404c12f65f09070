/** A process that imports a package and requires it has two copies of it. They work together. */
import { createRequire } from 'node:module';
import * as imported from '@plumbline/runtime';
import { ManualClock, networkError, type RecordingFetch, recordingFetch } from '@plumbline/runtime/testing';
import * as importedUndici from '@plumbline/runtime/undici';
import { describe, expect, it } from 'vitest';

interface Operations {
  get(): Promise<unknown>;
}

const require = createRequire(import.meta.url);
const required: typeof imported = require('@plumbline/runtime');
const requiredUndici: typeof importedUndici = require('@plumbline/runtime/undici');

const tokens = () => Response.json({ access_token: 'token', expires_in: 60 });
const things = () => Response.json({ id: 'thing' });
const catchError = (call: Promise<unknown>): Promise<unknown> => call.catch((error: unknown) => error);

it('importing a package and requiring it loads two copies with the same exports', () => {
  expect(required.PlumblineError).not.toBe(imported.PlumblineError);
  expect(Object.keys(required).sort()).toEqual(Object.keys(imported).sort());
});

describe.each<[client: string, own: typeof imported, other: typeof imported, otherUndici: typeof importedUndici]>([
  ['a client of the imported copy', imported, required, requiredUndici],
  ['a client of the required copy', required, imported, importedUndici],
])('%s', (client, own, other, otherUndici) => {
  const createClient = (
    options: imported.ClientOptions,
    auth: imported.CredentialPolicy<unknown> = own.bearer(() => 'token'),
    limiter?: imported.Limiter,
  ) => {
    const definition: imported.ClientDefinition<imported.ClientOptions> = {
      name: 'createClient',
      server: 'https://api.example.com',
      options: {},
      credentials: [{ required: [], policy: auth }],
      operations: { get: { method: 'GET', path: '/things' } },
      querySerialization: {},
      ...(limiter && { rateLimit: own.rateLimits({}) }),
    };
    const create = own.defineClient<object, Operations, imported.ClientOptions>(definition);
    return create({ clock, ...options, ...(limiter && { rateLimit: limiter }) });
  };
  const clock = new ManualClock();
  const pathsOf = ({ requests }: RecordingFetch) => requests.map(({ url }) => new URL(url).pathname);
  const tokenOptions = { tokenUrl: 'https://api.example.com/token', parameters: { grant_type: 'client_credentials' } };
  const signIn = () => other.clientCredentials(() => tokenOptions);

  it(`${client} throws errors that the guards of the other copy recognize`, async () => {
    const fetch = recordingFetch([Response.json({}, { status: 422 }), networkError('ECONNRESET')]);
    const { get } = createClient({ fetch, retry: false });
    const refused = await catchError(get());
    expect([other.isApiError(refused, 422), other.isApiError(refused, 404)]).toEqual([true, false]);
    const lost = await catchError(get());
    expect([other.isPlumblineError(lost), other.isApiError(lost)]).toEqual([true, false]);
  });

  it(`${client} retries a token request of a policy of the other copy`, async () => {
    const fetch = recordingFetch([networkError('ECONNREFUSED'), tokens(), things()]);
    await expect(clock.run(createClient({ fetch }, signIn()).get())).resolves.toEqual({ id: 'thing' });
    expect(pathsOf(fetch)).toEqual(['/token', '/token', '/things']);
  });

  it(`${client} gives an error of a policy of the other copy its attempts`, async () => {
    const fetch = recordingFetch(() => Response.json({ error: 'invalid_client' }, { status: 401 }));
    const error = await catchError(clock.run(createClient({ fetch }, signIn()).get()));
    expect(error).toMatchObject({ name: 'TokenError', attempts: [{ error: 'TokenError', reason: 'final' }] });
  });

  it(`${client} describes a failed token request of a policy of the other copy`, async () => {
    const fetch = recordingFetch(networkError('ECONNRESET'));
    const error = await catchError(createClient({ fetch, retry: false }, signIn()).get());
    expect(error).toMatchObject({ message: expect.stringMatching(/^POST \/token: connection failed.*ECONNRESET/) });
  });

  it(`${client} retries a connection that a policy of the other copy reports as lost`, async () => {
    const fetch = recordingFetch(things());
    const faults = [networkError('ECONNRESET')];
    const policy: imported.Policy = async (request, next) => {
      for (const fault of faults.splice(0)) throw new other.ConnectionError(request.call.line, fault);
      return next(request);
    };
    const { get } = createClient({ fetch, policies: { attempt: [policy] } });
    await expect(clock.run(get())).resolves.toEqual({ id: 'thing' });
  });

  it(`${client} requests a new token if its token expires in a limiter of the other copy`, async () => {
    const fetch = recordingFetch(({ url }) => (url.endsWith('/token') ? tokens() : things()));
    const limiter = other.createLimiter([{ requests: 1, seconds: 600, methods: ['GET'] }], clock);
    const { get } = createClient(
      { fetch },
      own.clientCredentials(() => tokenOptions),
      limiter,
    );
    await clock.run(Promise.all([get(), get()]));
    expect(pathsOf(fetch)).toEqual(['/token', '/things', '/token', '/things']);
  });

  it(`${client} sends through the dispatcher of an undici fetch of the other copy`, async () => {
    const dispatcher = {
      dispatch() {
        throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
      },
    };
    const fetch = otherUndici.createUndiciFetch({ dispatcher: dispatcher as never });
    const error = await catchError(createClient({ fetch, retry: false }).get());
    // `fetch` would wrap the error of the dispatcher.
    expect(error).toMatchObject({ name: 'ConnectionError', cause: { message: 'reset' } });
  });
});
