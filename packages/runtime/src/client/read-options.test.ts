import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlumblineError } from '../errors/plumbline-error.ts';
import type { ClientDefinition, CredentialDefinition } from './client-definition.ts';
import type { ClientOptions } from './options.ts';
import { readOptions } from './read-options.ts';

interface Options extends ClientOptions {
  readonly apiKey?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  readonly scope?: string | undefined;
  readonly region?: string | undefined;
  readonly tokenUrl?: string | undefined;
}

const way = (
  required: CredentialDefinition<Options>['required'],
  optional?: CredentialDefinition<Options>['optional'],
): CredentialDefinition<Options> => ({
  required,
  ...(optional && { optional }),
  policy: () => (request, next) => next(request),
});
const byKey = way(['apiKey']);
const byClient = way(['clientId', 'clientSecret'], ['scope']);

function read(options: Options, changes: Partial<ClientDefinition<Options>> = {}) {
  const definition: ClientDefinition<Options> = {
    name: 'createAcme',
    server: 'https://api.example.com',
    operations: {},
    querySerialization: {},
    options: {
      apiKey: { environment: 'ACME_API_KEY' },
      clientId: { environment: 'ACME_CLIENT_ID' },
      clientSecret: { environment: 'ACME_CLIENT_SECRET' },
      scope: { environment: 'ACME_SCOPE' },
      region: { default: 'eu', pattern: { test: /^[a-z]{2}$/, problem: 'must be a region such as `eu`.' } },
      tokenUrl: { type: 'url' },
    },
    credentials: [byKey, byClient],
    ...changes,
  };
  const { policy, source } = readOptions(definition, options);
  return { credentials: definition.credentials.find((way) => way.policy === policy), values: source.values };
}
const client = { clientId: 'id', clientSecret: 's3cret' };

// The variables of the machine must have no effect.
const names = ['ACME_API_KEY', 'ACME_CLIENT_ID', 'ACME_CLIENT_SECRET', 'ACME_SCOPE'];
const setEnvironment = (values: Record<string, string>) => {
  for (const name of names) vi.stubEnv(name, values[name]);
};
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('readOptions', () => {
  it('readOptions returns the values and defaults of the options, and omits options without a value', () => {
    expect(read({ apiKey: 'k' })).toEqual({ credentials: byKey, values: { apiKey: 'k', region: 'eu' } });
    expect(read({ ...client, scope: 'read', region: 'us', tokenUrl: 'https://auth.example.com/' })).toEqual({
      credentials: byClient,
      values: { ...client, scope: 'read', region: 'us', tokenUrl: 'https://auth.example.com' },
    });
  });

  it('readOptions treats an option that is undefined as not passed', () => {
    expect(read({ apiKey: 'k', clientId: undefined, clientSecret: undefined, region: undefined })).toEqual({
      credentials: byKey,
      values: { apiKey: 'k', region: 'eu' },
    });
    setEnvironment({ ACME_API_KEY: 'from-environment' });
    expect(read({ apiKey: undefined }).values).toMatchObject({ apiKey: 'from-environment' });
  });

  it('readOptions validates a credential, without its value in the message', () => {
    expect(() => read({ apiKey: 's3cret\n' })).toThrow(/^createAcme: `apiKey` has a character that cannot be sent/);
    expect(() => read({ apiKey: '' })).toThrow('createAcme: `apiKey` is empty.');
    expect(() => read({ apiKey: 5 as never })).toThrow('createAcme: `apiKey` must be a string.');
  });

  it('readOptions validates an option with a pattern, without its value in the message', () => {
    expect(() => read({ apiKey: 'k', region: 's3cret.evil.example' })).toThrow(
      /^createAcme: `region` must be a region such as `eu`\.$/,
    );
  });

  it('readOptions validates a URL, and permits http:// if insecure requests are allowed', () => {
    const tokenUrl = 'http://auth.example.com';
    expect(() => read({ apiKey: 'k', tokenUrl: 'auth' })).toThrow('createAcme: `tokenUrl` must be an absolute URL');
    expect(() => read({ apiKey: 'k', tokenUrl })).toThrow('createAcme: `tokenUrl` must begin with https://');
    expect(read({ apiKey: 'k', tokenUrl, allowInsecureRequests: true }).values).toMatchObject({ tokenUrl });
  });
});

describe('the environment', () => {
  it('the environment is read if an option is not passed', () => {
    setEnvironment({ ACME_API_KEY: 'from-environment' });
    expect(read({})).toEqual({ credentials: byKey, values: { apiKey: 'from-environment', region: 'eu' } });
    expect(read({ apiKey: 'given' }).values).toMatchObject({ apiKey: 'given' });
  });

  it('the environment completes the passed options', () => {
    setEnvironment({ ACME_CLIENT_SECRET: 'from-environment', ACME_SCOPE: 'read' });
    expect(read({ clientId: 'id' })).toEqual({
      credentials: byClient,
      values: { clientId: 'id', clientSecret: 'from-environment', scope: 'read', region: 'eu' },
    });
  });

  it('the environment selects the way to authenticate that it completes', () => {
    setEnvironment({ ACME_CLIENT_ID: 'id', ACME_CLIENT_SECRET: 'secret' });
    expect(read({}).credentials).toBe(byClient);
    expect(read({ apiKey: undefined }).credentials).toBe(byClient);
  });

  it('the environment selects the first way to authenticate if it completes several', () => {
    setEnvironment({ ACME_API_KEY: 'k', ACME_CLIENT_ID: 'id', ACME_CLIENT_SECRET: 'secret' });
    expect(read({})).toEqual({ credentials: byKey, values: { apiKey: 'k', region: 'eu' } });
  });

  it('the environment is not read for another way to authenticate', () => {
    setEnvironment({ ACME_API_KEY: 'bad\nvalue' });
    expect(read(client).values).not.toHaveProperty('apiKey');
    setEnvironment({ ACME_CLIENT_ID: 'bad\nvalue', ACME_SCOPE: 'bad\nvalue' });
    expect(read({ apiKey: 'k' }).values).toEqual({ apiKey: 'k', region: 'eu' });
  });

  it('the environment is not read for a way if options of another way are passed', () => {
    setEnvironment({ ACME_API_KEY: 'k' });
    expect(() => read({ clientId: 'id' })).toThrow(
      'createAcme: `clientSecret` is missing. Pass it, or set ACME_CLIENT_SECRET.',
    );
  });

  it('the environment has no value if a variable is empty', () => {
    setEnvironment({ ACME_API_KEY: '' });
    expect(() => read({}, { credentials: [byKey] })).toThrow(
      /^createAcme: `apiKey` is missing\. Pass it, or set ACME_API_KEY\.$/,
    );
  });

  it('the environment is validated like an option, without its value in the message', () => {
    setEnvironment({ ACME_API_KEY: 's3cret\n' });
    expect(() => read({})).toThrow(/^createAcme: `apiKey` has a character that cannot be sent/);
  });

  it.each([
    ['there is no process', undefined],
    ['the process has no environment', {}],
    [
      'reading it throws',
      {
        get env() {
          throw new Error('PermissionDenied');
        },
      },
    ],
  ])('the environment counts as empty if %s', (_, process) => {
    setEnvironment({ ACME_API_KEY: 'k' });
    vi.stubGlobal('process', process);
    expect(read({ apiKey: 'given' }).values).toMatchObject({ apiKey: 'given' });
    expect(() => read({}, { credentials: [byKey] })).toThrow(PlumblineError);
  });
});

describe('credentials', () => {
  it.each<[string, Options, string]>([
    ['no option is passed', {}, 'pass `apiKey`, or `clientId` and `clientSecret`.'],
    [
      'all are undefined',
      { apiKey: undefined, clientId: undefined },
      '`apiKey` is missing. Pass it, or set ACME_API_KEY.',
    ],
    [
      'options of two ways are passed',
      { apiKey: 'k', ...client },
      'pass `apiKey`, or `clientId` and `clientSecret`, not both.',
    ],
    [
      'an optional one of another way is passed',
      { apiKey: 'k', scope: 'read' },
      'pass `apiKey`, or `clientId` and `clientSecret`, not both.',
    ],
    ['one of two is missing', { clientId: 'id' }, '`clientSecret` is missing. Pass it, or set ACME_CLIENT_SECRET.'],
    ['one is undefined', { apiKey: undefined }, '`apiKey` is missing. Pass it, or set ACME_API_KEY.'],
    ['only an optional one is passed', { scope: 'read' }, '`clientId` is missing. Pass it, or set ACME_CLIENT_ID.'],
  ])('credentials are refused if %s', (_, options, problem) => {
    setEnvironment({});
    expect(() => read(options)).toThrow(new PlumblineError(`createAcme: ${problem}`));
  });

  it('credentials that are missing are named without a variable if they have none', () => {
    expect(() => read({}, { credentials: [byKey], options: { apiKey: {} } as never })).toThrow(
      /^createAcme: `apiKey` is missing\.$/,
    );
  });

  it('credentials of several ways may share an option', () => {
    const ways = [way(['apiKey', 'clientId'], ['scope']), way(['apiKey', 'region'], ['scope'])];
    const options = { apiKey: {}, clientId: {}, region: {}, scope: {} } as ClientDefinition<Options>['options'];
    const shared = (given: Options) => read(given, { credentials: ways, options });
    expect(shared({ apiKey: 'k', clientId: 'id', scope: 's' }).credentials).toBe(ways[0]);
    expect(shared({ apiKey: 'k', region: 'eu', scope: 's' })).toEqual({
      credentials: ways[1],
      values: { apiKey: 'k', region: 'eu', scope: 's' },
    });
    expect(() => shared({ apiKey: 'k' })).toThrow('pass `apiKey` and `clientId`, or `apiKey` and `region`.');
    expect(() => shared({ apiKey: 'k', clientId: 'id', region: 'eu' })).toThrow('not both.');
  });
});
