import type { Node } from '../read/source.ts';
import type { Credential } from './read-scheme.ts';

const text = { type: 'string', minLength: 1 };
const evidence = {
  level: 'inferred',
  source: 'RFC 6749 (https://www.rfc-editor.org/rfc/rfc6749) §4.4',
  note: 'The document names only the address. The request and the response follow OAuth 2.0.',
};

const lifetime = {
  level: 'unknown',
  source: evidence.source,
  note: 'The document does not say how long a token lives. The tokens of the sandbox live for an hour.',
};

/** The token endpoint: its path, and its server when that is not the server of the API. */
export interface TokenPlace {
  readonly path: string;
  readonly server: string | undefined;
}

export function tokenPlace(
  { tokenUrl }: Extract<Credential, { kind: 'clientCredentials' }>,
  server: string,
): TokenPlace {
  if (tokenUrl.startsWith(`${server}/`)) return { path: tokenUrl.slice(server.length), server: undefined };
  const { origin, pathname } = new URL(tokenUrl);
  return { path: pathname, server: origin };
}

/** The token endpoint as a path item: the mock needs it, and a caller may use it. */
export function tokenPathItem({ server }: TokenPlace, scheme: string): Node {
  const failure = (name: string) => ({ $ref: `#/components/responses/${name}` });
  return {
    ...(server && { servers: [{ url: server }] }),
    post: {
      operationId: 'auth/createToken',
      summary: 'Create an access token',
      description: 'Exchanges the credentials of a client for an access token. The client does this itself.',
      tags: ['auth'],
      security: [],
      'x-evidence': evidence,
      'x-effect': { token: scheme, seconds: 3600, client: ['client_id', 'client_secret'], 'x-evidence': lifetime },
      requestBody: {
        description: 'The credentials of the client.',
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: {
              type: 'object',
              required: ['grant_type', 'client_id', 'client_secret'],
              properties: {
                grant_type: { type: 'string', const: 'client_credentials' },
                client_id: text,
                client_secret: text,
                scope: text,
              },
            },
            examples: {
              credentials: {
                value: {
                  grant_type: 'client_credentials',
                  client_id: 'your_client_id',
                  client_secret: 'your_client_secret',
                },
              },
            },
          },
        },
      },
      responses: {
        200: {
          description: 'The access token.',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['access_token', 'token_type'],
                properties: {
                  access_token: { type: 'string' },
                  token_type: { type: 'string' },
                  expires_in: { type: 'number' },
                },
              },
              examples: {
                token: { value: { access_token: 'example-access-token', token_type: 'Bearer', expires_in: 3600 } },
              },
            },
          },
        },
        400: failure('BadRequest'),
        429: failure('TooManyRequests'),
        500: failure('ServerFailure'),
      },
    },
  };
}
