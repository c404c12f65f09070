/** The checks of requests, answers and generated bodies fail where a spec is changed in one place, and hold where it is not. */
import { vendors } from '@plumbline/repository/repository';
import type { Document } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './check.ts';
import { answerChecks } from './checks/answers.ts';
import { generatedChecks } from './checks/generated.ts';
import { refusalChecks } from './checks/refusals.ts';

// biome-ignore lint/suspicious/noExplicitAny: a change goes anywhere in a document.
type Change = (document: any) => void;

const checks = new Map(
  vendors.map((vendor) => {
    const all = [...refusalChecks(vendor), ...answerChecks(vendor), ...generatedChecks(vendor)];
    return [vendor, new Map(all.map((check) => [check.name, check]))];
  }),
);
const checkNamed = (vendor: string, name: string) => {
  const check = checks.get(vendor)?.get(name);
  if (!check) throw new Error(`${vendor} has no check "${name}".`);
  return check;
};

/** Which check must notice which change. */
const changes: readonly (readonly [vendor: string, what: string, change: Change, check: string])[] = [
  [
    'magicbell',
    'a longer title',
    ({ components }) => {
      components.schemas.NotificationInput.properties.title.maxLength = 256;
    },
    'notifications/create refuses application/json where notification.title has 256 characters',
  ],
  [
    'magicbell',
    'a shorter title',
    ({ components }) => {
      components.schemas.NotificationInput.properties.title.maxLength = 254;
    },
    'notifications/create accepts application/json where notification.title has 255 characters',
  ],
  [
    'magicbell',
    'a title that is not required',
    ({ components }) => {
      components.schemas.NotificationInput.required = ['recipients'];
    },
    'notifications/create refuses application/json where notification has no title',
  ],
  [
    'magicbell',
    'an enum with a value less',
    ({ components }) => {
      components.schemas.PushSubscriptionInput.properties.platform.enum = ['ios', 'android'];
    },
    'pushSubscriptions/create accepts application/json where push_subscription.platform is "safari"',
  ],
  [
    'magicbell',
    'an open request',
    ({ components }) => {
      delete components.schemas.UserInput.additionalProperties;
    },
    'users/create refuses application/json where user has a property that is not declared',
  ],
  [
    'magicbell',
    'a header that is not required',
    ({ components }) => {
      components.parameters.AcceptVersion.required = false;
    },
    'notificationPreferences/update refuses a request without the header Accept-Version',
  ],
  [
    'magicbell',
    'a secret that is not required',
    ({ paths }) => {
      paths['/notifications'].post.security = [{ apiKey: [] }];
    },
    'notifications/create refuses a request with apiKey',
  ],
  [
    'magicbell',
    'a path that is any text',
    ({ components }) => {
      delete components.parameters.UserId.schema.format;
    },
    'users/get refuses a path where user_id is email:mary@example.com',
  ],
  [
    'magnify',
    'larger pages',
    ({ paths }) => {
      paths['/motions'].get.parameters[0].schema.maximum = 1001;
    },
    'motions/list refuses a query where size is 1001',
  ],
  [
    'mx-audience',
    'a body that may be text',
    ({ paths }) => {
      paths['/api/token'].post.requestBody.content['text/plain'] = { schema: { type: 'string' } };
    },
    'auth/createToken refuses a body of text/plain',
  ],
  [
    'magicbell',
    'an answer without an id',
    ({ components }) => {
      components.schemas.Notification.required = ['title', 'sent_at'];
    },
    'notifications/create 201 application/json is what its schema says at every constraint, and nothing else',
  ],
  [
    'magnify',
    'an answer of another type',
    ({ components }) => {
      components.schemas.MotionData.properties.version.type = 'string';
    },
    'motions/list 200 application/json is what its schema says at every constraint, and nothing else',
  ],
  [
    'magnetiq',
    'a status less',
    ({ paths }) => {
      delete paths['/consumers/{id}'].get.responses['404'];
    },
    'consumers/get 404 application/json is what its schema says at every constraint, and nothing else',
  ],
  [
    'magnetiq',
    'a status more',
    ({ paths }) => {
      paths['/brands'].get.responses['418'] = { description: 'New.' };
    },
    'brands/list answers with no status but the declared ones',
  ],
  [
    'magicbell',
    'a closed list of platforms that is shorter',
    ({ components }) => {
      components.schemas.PushSubscriptionInput.properties.platform.enum = ['ios'];
    },
    'pushSubscriptions/create sends what the spec accepts, whatever it is given',
  ],
  [
    'magicbell',
    'an answer that is never null',
    ({ components }) => {
      components.schemas.User.properties.email.type = 'string';
    },
    'users/get keeps a 200 application/json as it is, whatever is in it',
  ],
];

describe.each([...new Set(changes.map(([vendor]) => vendor))])('%s as it is', (vendor) => {
  const named = changes.filter(([of]) => of === vendor).map(([, , , check]) => check);
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench(vendor);
  });
  afterAll(() => bench.close());

  it.each(named)('%s', async (name) => {
    await bench.run(checkNamed(vendor, name));
  });
});

describe.each(changes)('%s with %s', (vendor, _, change, name) => {
  it(`is noticed: ${name}`, async () => {
    const document: Document = readSpec(vendor);
    change(document);
    const bench = await openBench(vendor, document);
    try {
      await expect(bench.run(checkNamed(vendor, name))).rejects.toThrow();
    } finally {
      await bench.close();
    }
  });
});
