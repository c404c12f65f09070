import { type BadDocument, fault } from './bad-document.ts';
import { evidence } from './good-document.ts';

const resources = '#/x-resources';
const user = `${resources}/user`;
const stranger = `${resources}/stranger`;
const event = `${resources}/event`;
const imported = `${resources}/import`;
const sandbox = 'paths/sandbox.yaml#';
const first = `${sandbox}/~1users~1{id}~1events/get/x-effect`;
const suspension = `${sandbox}/~1users~1{id}~1suspend/post`;
const tags = `${sandbox}/~1users~1{id}~1tags/delete/x-effect`;
const reading = `${sandbox}/~1events~1read/post/x-effect`;
const progress = `${sandbox}/~1imports~1{import_id}/get/x-effect`;
const fixed = `${sandbox}/~1metrics/get`;
const key = `${sandbox}/~1imports/post/parameters/0/x-idempotency`;
const token = '#/paths/~1tokens/post/x-effect';

/** The bad documents for what the sandbox reads. */
export const sandboxBadDocuments: BadDocument[] = [
  fault(
    'plumbline/resources',
    stranger,
    { path: '/strangers', keys: ['id'], 'x-evidence': evidence },
    `${stranger}/path`,
  ),
  fault('plumbline/resources', `${resources}/settings/keys`, []),
  fault('plumbline/resources', `${resources}/settings/belongsTo`, undefined, `${resources}/settings/single`),
  fault('plumbline/resources', `${user}/callers/password`, 'nickname'),
  fault('plumbline/resources', `${user}/callers/userEmail`, 'email'),
  fault('plumbline/resources', `${user}/upsert/0`, 'tags'),
  {
    rule: 'plumbline/resources',
    change: { [`${user}/keys`]: ['id', 'nickname', 'email'], [`${user}/upsert`]: ['email'] },
    at: [`${user}/upsert/0`],
  },
  fault('plumbline/resources', `${user}/merge/labels`, 'name'),
  fault('plumbline/resources', `${user}/merge/tags`, 'slug'),
  fault('plumbline/resources', `${user}/sort`, 'order_by'),
  ...['set', 'touch'].map((field) => fault('plumbline/resources', `${user}/${field}/owner`, { item: 'stranger' })),
  fault('plumbline/resources', `${event}/derive/user`, { item: 'stranger' }),
  fault('plumbline/resources', `${event}/belongsTo/stranger`, 'stranger_id'),
  fault('plumbline/resources', `${event}/filters/seen`, { set: 'seen_at' }),
  fault('plumbline/resources', `${event}/filters/where[age]`, { equals: 'age' }),
  fault('plumbline/resources', `${event}/counts/unseen`, { unset: 'seen_at' }),
  fault('plumbline/resources', `${event}/rows/text~1csv`, 'names'),
  fault('plumbline/resources', `${imported}/adds/stranger`, 'users'),
  fault('plumbline/resources', `${imported}/adds/user`, 'people'),
  fault('plumbline/resources', `${imported}/delivers`, 'stranger'),
  fault('plumbline/resources', `${imported}/deliver/to`, 'stranger'),
  fault('plumbline/resources', `${imported}/deliver/from`, 'people'),
  fault('plumbline/resources', `${imported}/deliver/members/resource`, 'stranger'),
  fault('plumbline/resources', `${imported}/deliver/members/by`, 'title'),

  fault('plumbline/effects', `${fixed}/x-effect`, undefined, fixed),
  fault(
    'plumbline/effects',
    `${fixed}/x-effect`,
    { progress: 'import', steps: [], 'x-evidence': evidence },
    `${fixed}/x-effect/progress`,
  ),
  fault(
    'plumbline/effects',
    `${fixed}/x-effect`,
    { view: 'event', of: 'user', 'x-evidence': evidence },
    `${fixed}/x-effect/of`,
  ),
  fault('plumbline/effects', `${progress}/progress`, 'stranger'),
  fault('plumbline/effects', `${progress}/steps/1/total`, '$request.path.id'),
  fault('plumbline/effects', `${reading}/change`, 'stranger'),
  fault('plumbline/effects', `${reading}/all`, false, `${reading}/change`),
  fault('plumbline/effects', `${reading}/set/user`, { item: 'stranger' }),
  fault('plumbline/effects', `${suspension}/requestBody`, undefined, `${suspension}/x-effect/body`),
  fault('plumbline/effects', `${tags}/remove/list`, 'labels'),
  fault('plumbline/effects', `${first}/view`, 'stranger'),
  fault('plumbline/effects', `${first}/of`, 'import'),
  fault('plumbline/effects', `${first}/where/name`, '$request.query.title'),
  fault('plumbline/effects', `${first}/where/user_id`, '$request.path.user_id'),
  fault('plumbline/effects', `${token}/token`, 'password'),
  fault('plumbline/effects', `${token}/client`, ['secret']),
  fault('plumbline/effects', `${token}/client/0`, 'name'),

  fault('struct', `${user}/x-evidence`, undefined, user),
  fault('struct', `${user}/x-evidence/level`, 'inferred', `${user}/x-evidence`),
  fault('struct', `${user}/x-evidence/covers`, ['read'], `${user}/x-evidence/covers/0`),
  fault('plumbline/evidence', `${user}/x-evidence/source`, ' '),
  fault('struct', `${event}/keys`, undefined, event),
  fault('struct', stranger, { single: true, belongsTo: { user: 'user_id' }, 'x-evidence': evidence }),
  fault('struct', `${user}/names`, ['id']),
  fault('struct', `${user}/update`, 'patch'),
  fault('struct', `${user}/order`, 'latest'),
  fault('struct', `${user}/times`, 'minutes'),
  fault('struct', `${event}/belongsTo/user`, ['user_id']),
  fault('struct', `${event}/filters/read`, {}),
  fault('struct', `${event}/filters/read/unset`, 'read_at'),
  fault('struct', `${event}/filters/read/none`, 'unread'),
  fault('struct', `${imported}/deliver/members/by`, undefined, `${imported}/deliver/members`),
  fault('struct', `${fixed}/x-effect/x-evidence`, undefined, `${fixed}/x-effect`),
  fault('struct', `${fixed}/x-effect/fixed`, 'schema'),
  fault('struct', `${fixed}/x-effect/fixed`, undefined, `${fixed}/x-effect`),
  fault('struct', `${first}/fixed`, 'examples'),
  fault('struct', `${first}/steps`, []),
  fault('struct', `${progress}/steps`, undefined, progress),
  fault('struct', `${progress}/steps/1`, 'done'),
  fault('struct', `${tags}/remove/by`, undefined, `${tags}/remove`),
  fault('struct', `${token}/seconds`, undefined, token),
  fault('struct', `${token}/seconds`, 0),
  fault('struct', `${key}/seconds`, undefined, key),
  fault('struct', `${key}/x-evidence`, undefined, key),
];
