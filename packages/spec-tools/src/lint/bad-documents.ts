import { type BadDocument, fault } from './bad-document.ts';
import { evidence, goodOperation } from './good-document.ts';
import { pagedBadDocuments } from './paged-bad-documents.ts';
import { sandboxBadDocuments } from './sandbox-bad-documents.ts';

const events = 'paths/events.yaml#/~1events/get';
const deletion = '#/paths/~1users~1{id}/delete';
const list = '#/paths/~1users/get';
const creation = '#/paths/~1users/post';
const created = `${creation}/requestBody/content/application~1json`;
const tokens = '#/paths/~1tokens/post';
const form = `${tokens}/requestBody/content/application~1x-www-form-urlencoded`;
const text = `${tokens}/responses/200/content/text~1plain`;
const schemas = '#/components/schemas';
const user = `${schemas}/User/properties`;
const eventPage = 'schemas/events.yaml#/EventList';
const metrics = 'paths/sandbox.yaml#/~1metrics/get';
const header = '#/components/headers/RequestId';
const textOrNumber = { anyOf: [{ type: 'string' }, { type: 'integer' }] };
const stranger = { type: 'object', 'x-evidence': evidence };

/** The content of a file in the folder `vendor-two`, which a document in the folder `vendor` must not refer to. */
export const elsewhere: object = { Stranger: stranger };

/** A malformed document, for which `plumbline/clients` throws. */
export const malformed: BadDocument = fault('struct', '#/x-clients/Empty', 'apiKey');

/** An operationId with a reserved method name and without a group. */
export const thenable: BadDocument = fault('plumbline/operation-names', `${metrics}/operationId`, 'then');

export const badDocuments: BadDocument[] = [
  {
    rule: 'array-parameter-serialization',
    change: { [`${list}/parameters/0/schema`]: { type: 'array', items: {} }, [`${list}/parameters/0/example`]: [] },
    at: [`${list}/parameters/0`],
  },
  {
    rule: 'component-name-unique',
    change: { [`${schemas}/Event`]: stranger, [`${user}/last`]: { $ref: `${schemas}/Event` } },
    at: ['schemas/events.yaml#/Event', `${schemas}/Event`],
  },
  fault('operation-description', `${list}/description`, undefined),
  fault('operation-singular-tag', `${list}/tags`, ['Users', 'Events']),
  fault('operation-tag-defined', `${list}/tags`, ['Strangers'], `${list}/tags/0`),
  fault('parameter-description', `${list}/parameters/0/description`, undefined, `${list}/parameters/0`),
  fault(
    'path-http-verbs-order',
    '#/paths/~1users~1{id}/put',
    { ...goodOperation, operationId: 'users/update' },
    '#/paths/~1users~1{id}/put',
  ),
  fault('spec-strict-refs', `${list}/x-evidence`, { $ref: `${creation}/x-evidence` }, `${list}/x-evidence/$ref`),
  { rule: 'tags-alphabetical', change: { '#/tags/1/name': 'Users', '#/tags/2/name': 'Tokens' }, at: ['#/tags/1'] },

  fault('rule/server-tls', '#/servers/0/url', 'http://api.vendor.test'),
  fault('plumbline/clients', '#/x-clients/Empty', []),
  fault('plumbline/clients', '#/x-clients/Empty', ['password'], '#/x-clients/Empty/0'),
  fault('plumbline/clients', `${deletion}/security`, [{ apiKey: [] }]),
  fault('plumbline/clients', `${deletion}/security`, [{ apiSecret: [], userEmail: [] }]),

  {
    rule: 'plumbline/component-names',
    change: { [`${schemas}/some_event`]: stranger, [`${user}/last`]: { $ref: `${schemas}/some_event` } },
    at: [`${schemas}/some_event`],
  },
  {
    rule: 'plumbline/component-names',
    change: { 'schemas/events.yaml#/event': stranger, [`${eventPage}/properties/first`]: { $ref: '#/event' } },
    at: [`${eventPage}/properties/first/$ref`],
  },
  {
    rule: 'plumbline/component-names',
    change: {
      '#/components/securitySchemes/Token': { type: 'http', scheme: 'bearer', 'x-evidence': evidence },
      '#/x-clients/Bearer': ['Token'],
      [`${deletion}/security`]: [{ Token: [] }],
    },
    at: ['#/components/securitySchemes/Token'],
  },

  fault('plumbline/error-responses', `${list}/responses/400`, undefined, `${list}/responses`),
  fault('plumbline/error-responses', `${list}/responses/401`, undefined, `${list}/responses`),
  fault('plumbline/error-responses', `${list}/responses/429`, undefined, `${list}/responses`),
  fault('plumbline/error-responses', `${list}/responses/5XX`, undefined, `${list}/responses`),
  fault('plumbline/error-responses', `${creation}/responses/400`, undefined, `${creation}/responses`),
  ...['204', '404'].map((status) => ({
    rule: 'plumbline/error-responses',
    // `default` is any other status.
    change: { [`${deletion}/responses/${status}`]: undefined, [`${deletion}/responses/default`]: undefined },
    at: [`${deletion}/responses`],
  })),
  fault(
    'plumbline/error-responses',
    `${deletion}/responses/4XX`,
    { $ref: '#/components/responses/BadRequest' },
    `${deletion}/responses`,
  ),

  fault('plumbline/evidence', `${list}/x-evidence`, undefined, list),
  fault('plumbline/evidence', `${events}/x-evidence`, undefined, events),
  ...['headers/RequestId', 'parameters/UserId', 'responses/BadRequest', 'schemas/User', 'securitySchemes/apiKey'].map(
    (name) => fault('plumbline/evidence', `#/components/${name}/x-evidence`, undefined, `#/components/${name}`),
  ),
  fault('plumbline/evidence', `${eventPage}/x-evidence`, undefined, eventPage),
  fault('plumbline/evidence', `${list}/x-evidence/source`, ' '),
  fault('struct', `${deletion}/x-evidence/level`, 'certain'),
  fault('struct', `${list}/x-evidence/source`, undefined, `${list}/x-evidence`),
  fault('struct', `${list}/x-evidence/because`, 'We think so.'),
  fault('struct', `${deletion}/x-evidence/note`, undefined, `${deletion}/x-evidence`),
  fault('struct', `${user}/nickname/x-evidence/note`, undefined, `${user}/nickname/x-evidence`),

  fault('plumbline/form-encoding', `${form}/encoding`, undefined, form),
  fault('plumbline/form-encoding', `${schemas}/TokenInput/properties/claims`, { type: 'object' }, form),

  fault('plumbline/lenient-responses', `${user}/id/pattern`, '^u'),
  fault('plumbline/lenient-responses', `${user}/id/maxLength`, 9),
  fault('plumbline/lenient-responses', `${user}/status/anyOf/1`, { type: 'null' }, `${user}/status/anyOf/0/enum`),
  fault(
    'plumbline/lenient-responses',
    `${user}/status/anyOf/1`,
    { type: 'string', const: 'gone' },
    `${user}/status/anyOf/0/enum`,
  ),
  fault('plumbline/lenient-responses', `${schemas}/User/additionalProperties`, false),
  fault('plumbline/lenient-responses', `${schemas}/UserArray/minItems`, 0),
  fault('plumbline/lenient-responses', `${eventPage}/properties/pages/minimum`, 0),
  fault('plumbline/lenient-responses', `${header}/schema/maxLength`, 9),

  ...['api/list', 'users/then', 'users/toJSON', 'users/toString', 'constructor/list'].map((id) =>
    fault('plumbline/operation-names', `${metrics}/operationId`, id),
  ),

  ...pagedBadDocuments,

  fault(
    'plumbline/self-contained',
    `${user}/last`,
    { $ref: '../vendor-two/elsewhere.yaml#/Stranger' },
    `${user}/last/$ref`,
  ),

  fault('struct', '#/x-rate-limits', { requests: 1, seconds: 1 }),
  fault('struct', '#/x-rate-limits/0/requests', 0),
  fault('struct', '#/x-rate-limits/0/seconds', undefined, '#/x-rate-limits/0'),
  fault('struct', '#/x-rate-limits/1/methods/0', 'get'),
  fault('struct', '#/x-rate-limits/1/minutes', 1),
  fault('struct', '#/x-errors/code/x-evidence', undefined, '#/x-errors/code'),
  fault('struct', '#/x-errors/message/pointers', '/message'),
  fault('struct', '#/x-errors/requestId/pointers', ['/id']),

  ...sandboxBadDocuments,

  fault('rule/openapi-version', '#/openapi', '3.1.0'),
  fault('rule/json-schema-dialect', '#/jsonSchemaDialect', undefined),
  fault('rule/json-schema-dialect', '#/jsonSchemaDialect', 'https://spec.openapis.org/oas/3.1/dialect/base'),
  fault('rule/info-summary', '#/info/summary', ''),
  fault('rule/info-unofficial', '#/info/description', 'The API.'),
  fault('rule/info-unofficial', '#/info/description', undefined),

  fault('rule/operation-id', `${metrics}/operationId`, 'listUsers'),
  ...['Users/list', 'users/list_all', 'users/2fa', 'users/Äpfel'].map((id) =>
    fault('rule/operation-id', `${metrics}/operationId`, id),
  ),
  {
    rule: 'rule/operation-security',
    change: { '#/security': [{ apiKey: [], apiSecret: [] }], [`${list}/security`]: undefined },
    at: [list],
  },
  fault('rule/header-parameters', `${events}/parameters/2/name`, 'accept'),
  fault(
    'rule/parameter-example',
    '#/components/parameters/UserId/example',
    undefined,
    '#/components/parameters/UserId',
  ),

  fault('rule/media-type-examples', `${created}/examples`, undefined, created),
  fault('rule/media-type-examples', `${text}/schema`, undefined, text),
  fault('rule/media-type-examples-named', `${created}/examples`, {}),
  fault('rule/text-is-string', `${text}/schema`, {}, `${text}/schema/type`),
  fault('rule/no-content', `${deletion}/responses/204/content`, {}),
  fault('rule/no-read-write-only', `${user}/id/readOnly`, true),
  fault('rule/no-read-write-only', `${schemas}/UserInput/properties/nickname/writeOnly`, true),

  fault('rule/header-example', `${header}/example`, undefined, header),
  fault('rule/header-simple', `${header}/schema`, textOrNumber, `${header}/schema/type`),
  fault('rule/header-simple', `${header}/schema/type`, 'object'),
  fault('rule/header-transport', `${list}/responses/200/headers/content-length`, { $ref: header }),
];
