const source = 'https://vendor.example/docs §Everything';
/** A mark that every rule accepts. */
export const evidence: object = { level: 'documented', source };

function reference(component: string): { $ref: string } {
  return { $ref: `#/components/${component}` };
}

function json(schema: object, examples: Record<string, unknown>): object {
  const named = Object.entries(examples).map(([name, value]) => [name, { value }]);
  return { 'application/json': { schema, examples: Object.fromEntries(named) } };
}

function failure(description: string): object {
  return {
    description,
    content: json(reference('schemas/Failure'), { failure: { message: description } }),
    'x-evidence': evidence,
  };
}

const failures = {
  '400': reference('responses/BadRequest'),
  '401': reference('responses/Unauthorized'),
  '429': reference('responses/TooManyRequests'),
  '5XX': reference('responses/ServerFailure'),
};
const ada = { id: 'u1', status: 'active', nickname: null };
const bob = { id: 'u2', status: 'invited', nickname: 'bob' };
const listed = reference('schemas/UserList');
const project = [{ apiKey: [], apiSecret: [] }];
const user = [{ apiKey: [], userEmail: [] }];

/** An operation of the good document. */
export const deleteUser: object = {
  operationId: 'users/delete',
  summary: 'Delete a user',
  description: 'Deletes a user.',
  tags: ['Users'],
  security: project,
  'x-evidence': { level: 'inferred', source, note: 'From the name.' },
  responses: {
    '204': { description: 'Deleted.' },
    '401': reference('responses/Unauthorized'),
    '404': failure('No such user.'),
    '429': reference('responses/TooManyRequests'),
    '5XX': reference('responses/ServerFailure'),
    default: failure('Something else.'),
  },
};

/** A spec that every lint rule accepts, by file: each bad document of the tests is this one with a fault. */
export const goodDocument: Record<string, object> = {
  'openapi.yaml': {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Vendor API',
      version: '0.1.0',
      summary: 'Users and what they did.',
      description: 'An unofficial description, written from the vendor’s page.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'https://api.vendor.test' }],
    'x-rate-limits': [
      { plan: 'free', requests: 100, seconds: 3600 },
      { methods: ['GET'], requests: 100, seconds: 60, 'x-evidence': evidence },
    ],
    'x-clients': { Project: ['apiKey', 'apiSecret'], User: ['apiKey', 'userEmail'] },
    tags: [
      { name: 'Events', description: 'What users did.' },
      { name: 'Tokens', description: 'Access tokens.' },
      { name: 'Users', description: 'The people.' },
    ],
    paths: {
      '/events': { $ref: 'paths/events.yaml#/~1events' },
      '/tokens': {
        post: {
          operationId: 'tokens/create',
          summary: 'Create a token',
          description: 'Exchanges credentials for a token.',
          tags: ['Tokens'],
          security: [],
          'x-evidence': evidence,
          requestBody: {
            required: true,
            content: {
              'application/x-www-form-urlencoded': {
                schema: reference('schemas/TokenInput'),
                encoding: { scopes: { style: 'form', explode: false } },
                examples: { read: { value: { secret: 's', scopes: ['read'] } } },
              },
            },
          },
          responses: {
            '200': {
              description: 'The token.',
              content: { 'text/plain': { schema: { type: 'string' }, examples: { token: { value: 't' } } } },
            },
            '422': reference('responses/BadRequest'),
            '429': reference('responses/TooManyRequests'),
            '500': reference('responses/ServerFailure'),
          },
        },
      },
      '/users': {
        get: {
          operationId: 'users/list',
          summary: 'List users',
          description: 'Lists the users of the project.',
          tags: ['Users'],
          security: project,
          'x-evidence': evidence,
          'x-pagination': { style: 'offset', offset: 'from', limit: 'size', items: 'data', total: 'total' },
          parameters: [
            { name: 'from', in: 'query', description: 'The first item.', schema: { type: 'integer' }, example: 0 },
            { name: 'size', in: 'query', description: 'The most items.', schema: { type: 'integer' }, example: 1 },
          ],
          responses: {
            '200': {
              description: 'The users.',
              headers: { 'X-Request-Id': reference('headers/RequestId') },
              content: json(listed, {
                page1: { data: [ada], total: 2 },
                page2: { data: [bob], total: 2 },
                empty: { data: [], total: 0 },
              }),
            },
            ...failures,
          },
        },
        post: {
          operationId: 'users/create',
          summary: 'Create a user',
          description: 'Creates a user.',
          tags: ['Users'],
          security: project,
          'x-evidence': evidence,
          requestBody: {
            required: true,
            content: json(reference('schemas/UserInput'), { bob: { nickname: 'bob' } }),
          },
          responses: {
            '201': { description: 'The user.', content: json(reference('schemas/User'), { bob }) },
            ...failures,
          },
        },
      },
      '/users/{id}': {
        parameters: [reference('parameters/UserId')],
        delete: deleteUser,
      },
    },
    components: {
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key', 'x-evidence': evidence },
        apiSecret: { type: 'apiKey', in: 'header', name: 'X-Api-Secret', 'x-evidence': evidence },
        userEmail: { type: 'apiKey', in: 'header', name: 'X-User-Email', 'x-evidence': evidence },
      },
      parameters: {
        UserId: {
          name: 'id',
          in: 'path',
          required: true,
          description: 'The user.',
          schema: { type: 'string', minLength: 1 },
          example: 'u1',
          'x-evidence': evidence,
        },
      },
      headers: {
        RequestId: { description: 'The call.', schema: { type: 'string' }, example: 'r1', 'x-evidence': evidence },
      },
      responses: {
        BadRequest: failure('Wrong input.'),
        Unauthorized: failure('Wrong credentials.'),
        TooManyRequests: failure('Too many requests.'),
        ServerFailure: failure('The vendor failed.'),
      },
      schemas: {
        Failure: { type: 'object', properties: { message: { type: 'string' } }, 'x-evidence': evidence },
        TokenInput: {
          type: 'object',
          properties: { secret: { type: 'string' }, scopes: { type: 'array', items: { type: 'string' } } },
          'x-evidence': evidence,
        },
        User: {
          type: 'object',
          required: ['id'],
          properties: {
            id: { type: 'string' },
            kind: { const: 'user' },
            status: { anyOf: [{ type: 'string', enum: ['active', 'invited'] }, { type: 'string' }] },
            nickname: {
              type: ['string', 'null'],
              'x-evidence': { level: 'unknown', source, note: 'Only in a sample.' },
            },
          },
          'x-evidence': evidence,
        },
        UserInput: {
          type: 'object',
          additionalProperties: false,
          properties: { nickname: { type: 'string', maxLength: 20, pattern: '^[a-z]+$', enum: ['ada', 'bob'] } },
          'x-evidence': evidence,
        },
        UserList: {
          anyOf: [
            {
              type: 'object',
              required: ['data'],
              properties: { data: reference('schemas/UserArray'), total: { type: 'integer' } },
            },
            reference('schemas/UserArray'),
          ],
          'x-evidence': evidence,
        },
        UserArray: { type: 'array', items: reference('schemas/User'), 'x-evidence': evidence },
      },
    },
  },
  'paths/events.yaml': {
    '/events': {
      get: {
        operationId: 'users/events/list',
        summary: 'List events',
        description: 'Lists what the user did.',
        tags: ['Events'],
        security: user,
        'x-evidence': evidence,
        'x-pagination': { style: 'page', page: 'page', items: 'data.events', pages: 'pages' },
        parameters: [
          { name: 'page', in: 'query', description: 'The page.', schema: { type: 'integer' }, example: 1 },
          { name: 'X-Version', in: 'header', description: 'The version.', schema: { const: '1' }, example: '1' },
        ],
        responses: {
          '200': {
            description: 'The events.',
            content: json(
              { $ref: '../schemas/events.yaml#/EventList' },
              {
                page1: { data: { events: [{ name: 'login' }] }, pages: 2 },
                page2: { data: { events: [{ name: 'logout' }] }, pages: 2 },
                empty: { data: { events: [] }, pages: 0 },
              },
            ),
          },
          ...Object.fromEntries(
            Object.entries(failures).map(([status, { $ref }]) => [status, { $ref: `../openapi.yaml${$ref}` }]),
          ),
        },
      },
    },
  },
  'schemas/events.yaml': {
    EventList: {
      type: 'object',
      properties: {
        data: { type: 'object', properties: { events: { type: 'array', items: { $ref: '#/Event' } } } },
        pages: { type: 'integer' },
      },
      'x-evidence': evidence,
    },
    Event: { type: 'object', properties: { name: { type: 'string' } }, 'x-evidence': evidence },
  },
};
