/** The checks of refusals, responses and generated bodies pass for each spec, and fail where one place of it is changed. */
import { vendors } from '@plumbline/repository/repository';
import type { Document } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './check.ts';
import { generatedChecks } from './checks/generated.ts';
import { refusalChecks } from './checks/refusals.ts';
import { responseChecks } from './checks/responses.ts';

// biome-ignore lint/suspicious/noExplicitAny: a change can be anywhere in a document.
type Change = (document: any) => void;

const checks = new Map(
  vendors.map((vendor) => {
    const all = [...refusalChecks(vendor), ...responseChecks(vendor), ...generatedChecks(vendor)];
    return [vendor, new Map(all.map((check) => [check.name, check]))];
  }),
);
const checkNamed = (vendor: string, name: string) => {
  const check = checks.get(vendor)?.get(name);
  if (!check) throw new Error(`${vendor} has no check "${name}".`);
  return check;
};

/** Each change, and the check that must fail for it. */
const changes: readonly (readonly [vendor: string, description: string, change: Change, check: string])[] = [
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
    'an optional title',
    ({ components }) => {
      components.schemas.NotificationInput.required = ['recipients'];
    },
    'notifications/create refuses application/json where notification has no title',
  ],
  [
    'magicbell',
    'an enum without a value',
    ({ components }) => {
      components.schemas.PushSubscriptionInput.properties.platform.enum = ['ios', 'android'];
    },
    'pushSubscriptions/create accepts application/json where push_subscription.platform is "safari"',
  ],
  [
    'magicbell',
    'an open request schema',
    ({ components }) => {
      delete components.schemas.UserInput.additionalProperties;
    },
    'users/create refuses application/json where user has an undeclared property',
  ],
  [
    'magicbell',
    'an optional header',
    ({ components }) => {
      components.parameters.AcceptVersion.required = false;
    },
    'notificationPreferences/update refuses a request without the header Accept-Version',
  ],
  [
    'magicbell',
    'an optional secret',
    ({ paths }) => {
      paths['/notifications'].post.security = [{ apiKey: [] }];
    },
    'notifications/create refuses a request with apiKey',
  ],
  [
    'magicbell',
    'a path parameter without a format',
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
    'another media type of a request body',
    ({ paths }) => {
      paths['/api/token'].post.requestBody.content['text/plain'] = { schema: { type: 'string' } };
    },
    'auth/createToken refuses a body of text/plain',
  ],
  [
    'magicbell',
    'a response with an optional id',
    ({ components }) => {
      components.schemas.Notification.required = ['title', 'sent_at'];
    },
    'notifications/create returns 201 application/json within each constraint of its schema only',
  ],
  [
    'magnify',
    'a response field of another type',
    ({ components }) => {
      components.schemas.MotionData.properties.version.type = 'string';
    },
    'motions/list returns 200 application/json within each constraint of its schema only',
  ],
  [
    'magnetiq',
    'a missing status',
    ({ paths }) => {
      delete paths['/consumers/{id}'].get.responses['404'];
    },
    'consumers/get returns 404 application/json within each constraint of its schema only',
  ],
  [
    'magnetiq',
    'an added status',
    ({ paths }) => {
      paths['/brands'].get.responses['418'] = { description: 'New.' };
    },
    'brands/list returns declared statuses only',
  ],
  [
    'magicbell',
    'a shorter closed enum',
    ({ components }) => {
      components.schemas.PushSubscriptionInput.properties.platform.enum = ['ios'];
    },
    'pushSubscriptions/create sends valid requests for generated input',
  ],
  [
    'magicbell',
    'a response field that is never null',
    ({ components }) => {
      components.schemas.User.properties.email.type = 'string';
    },
    'users/get reads generated 200 application/json unchanged',
  ],
];

describe.each([...new Set(changes.map(([vendor]) => vendor))])('the unchanged spec of %s', (vendor) => {
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

describe.each(changes)('the spec of %s with %s', (vendor, _, change, name) => {
  it(`a changed spec fails the check: ${name}`, async () => {
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
