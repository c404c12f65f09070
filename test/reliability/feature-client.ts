/** A client of a small vendor that has each feature which only few clients need. */
import { type Client, type ClientOptions, type ClientSecurity, defineClient } from '@plumbline/runtime';
import {
  bytesBody,
  formBody,
  listByCursor,
  listByLink,
  multipartBody,
  parseBasic,
  readStreams,
  securitySchemes,
  writeParameters,
} from '@plumbline/runtime/features';
import type { Factory } from './clients.ts';

const security: ClientSecurity = {
  schemes: {
    login: { type: 'http', scheme: 'basic' },
    key: { type: 'apiKey', in: 'query', name: 'key' },
    session: { type: 'apiKey', in: 'cookie', name: 'sid' },
  },
  default: [['login', 'key', 'session']],
};

interface FeatureOptions extends ClientOptions {
  readonly login?: string;
  readonly key?: string;
  readonly session?: string;
}

const create = defineClient<Record<never, never>, object, FeatureOptions>({
  name: 'createFeatures',
  server: 'https://api.example.com',
  operations: {
    forms: {
      submit: {
        method: 'POST',
        path: '/forms',
        body: 'fields',
        requestMediaType: 'application/x-www-form-urlencoded',
        encoding: { items: { style: 'deepObject', explode: true } },
      },
    },
    files: {
      put: { method: 'PUT', path: '/files', body: 'whole', requestMediaType: 'image/*' },
      post: { method: 'POST', path: '/files', body: 'fields', requestMediaType: 'multipart/form-data' },
      get: {
        method: 'GET',
        path: '/files/{ids}',
        parameters: {
          ids: { style: 'matrix', explode: true },
          trace: { in: 'cookie' },
          filter: { content: 'application/json' },
        },
        responseMediaTypes: ['application/octet-stream'],
        responseKinds: { 'application/octet-stream': 'bytes' },
      },
    },
    lists: {
      cursor: {
        method: 'GET',
        path: '/cursors',
        pagination: { style: 'cursor', parameter: 'cursor', items: ['data'], next: ['next'] },
      },
      link: { method: 'GET', path: '/links', pagination: { style: 'link', items: ['data'], next: ['next'] } },
    },
  },
  querySerialization: {},
  features: {
    bodies: {
      'application/x-www-form-urlencoded': formBody,
      'image/*': bytesBody,
      'multipart/form-data': multipartBody,
    },
    lists: { cursor: listByCursor, link: listByLink },
    parameters: writeParameters,
    responses: readStreams(),
  },
  options: { login: { check: parseBasic }, key: {}, session: {} },
  credentials: [
    {
      required: [],
      optional: ['login', 'key', 'session'],
      policy: securitySchemes<FeatureOptions & Record<string, string>>(security),
    },
  ],
}) as (options?: FeatureOptions) => Client<Record<never, never>, object>;

/** The factory of the client. */
export const featureFactory: Factory = {
  name: 'createFeatures',
  create,
  credentials: { login: 'mary:s3cret', key: 'the-key', session: 'the-session' },
};

/** Parameters of its methods. */
export const featureParameters: Readonly<Record<string, object>> = {
  'forms.submit': { items: [{ price: 1 }], note: 'a b' },
  'files.put': { body: 'text' },
  'files.post': { note: 'text', list: ['a', 'b'] },
  'files.get': { ids: ['a', 'b'], trace: 't1', filter: { a: 1 } },
  'lists.cursor': { size: 5 },
  'lists.link': { size: 5 },
};
