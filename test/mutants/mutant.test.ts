import { vendors } from '@plumbline/repository/repository';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { describe, expect, it } from 'vitest';
import { mutantsOf } from './mutant.ts';
import { operators } from './operators.ts';
import { smallDocument } from './small-document.ts';

const mutants = mutantsOf(smallDocument);
const idsOf = (operator: string) =>
  mutants.filter((mutant) => mutant.operator === operator).map(({ id }) => id.slice(operator.length + 1));

/** The places in which two values differ, as paths of keys. A subtree that only one has is one place. */
function differences(left: unknown, right: unknown, path: readonly string[] = []): string[] {
  if (JSON.stringify(left) === JSON.stringify(right)) return [];
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(left) || !isObject(right)) return [path.join(' ')];
  const keys = new Set([...Object.keys(Object(left)), ...Object.keys(Object(right))]);
  return [...keys].flatMap((key) => differences(Object(left)[key], Object(right)[key], [...path, key]));
}
const sameUntil = (last: number, left: readonly string[], right: readonly string[]) =>
  left.slice(0, last + 1).join(' ') === right.slice(0, last + 1).join(' ');
const changed = (id: string) =>
  differences(smallDocument, mutants.find((mutant) => mutant.id === id)?.of(smallDocument));

const users = '/paths/~1users';
const input = '/components/schemas/UserInput';
const user = '/components/schemas/User';
const json = 'content/application~1json';

describe('operators on a small document', () => {
  it.each<[operator: string, ids: string[]]>([
    ['drop-required', [`${input}/required email`]],
    [
      'add-required',
      [
        `${user}/required code`,
        `${user}/required score`,
        `${user}/required status`,
        `${user}/required invitedBy`,
        `${input}/required kind`,
        `${input}/required plan`,
      ],
    ],
    ['flip-required-parameter', [`${users}/get/parameters/0/required`, `${users}/get/parameters/1/required`]],
    ['flip-required-body', [`${users}/post/requestBody/required`]],
    [
      'change-type',
      [
        `${users}/get/parameters/0/schema/type string`,
        `${users}/get/parameters/1/schema/type object`,
        `${users}/get/parameters/1/schema/items/type integer`,
        `${user}/type string`,
        `${user}/properties/code/type integer`,
        `${user}/properties/score/type string|null`,
        `${user}/properties/status/anyOf/1/type integer`,
        `${input}/type string`,
        `${input}/properties/email/type integer`,
        `${input}/properties/plan/type integer`,
        '/paths/~1users~1{id}/get/parameters/0/schema/type integer',
      ],
    ],
    ['drop-type', [`${user}/properties/score/type null`, `${user}/properties/score/type number`]],
    ['widen-type', [`${users}/get/parameters/0/schema/type number`]],
    ['narrow-type', [`${user}/properties/score/type integer|null`]],
    [
      'add-null',
      [
        `${user}/type object|null`,
        `${user}/properties/code/type string|null`,
        `${user}/properties/status/anyOf/1/type string|null`,
        `${input}/type object|null`,
        `${input}/properties/email/type string|null`,
      ],
    ],
    [
      'drop-enum-value',
      [
        `${user}/properties/status/anyOf/0/enum active`,
        `${input}/properties/plan/enum free`,
        `${input}/properties/plan/enum pro`,
      ],
    ],
    ['open-enum', [`${input}/properties/plan/enum`]],
    ['change-constant', [`${input}/properties/kind/const`]],
    ['drop-constant', [`${input}/properties/kind/const`]],
    ['drop-variant', [`${user}/properties/status/anyOf/1`]],
    ['loosen-limit', [`${users}/get/parameters/0/schema/minimum`, `${input}/properties/email/maxLength`]],
    [
      'tighten-limit',
      [
        `${users}/get/parameters/0/schema/minimum`,
        `${input}/properties/email/maxLength`,
        '/paths/~1users~1{id}/get/parameters/0/schema/minLength',
      ],
    ],
    ['drop-pattern', [`${user}/properties/code/pattern`]],
    ['loosen-pattern', [`${user}/properties/code/pattern a$`, `${user}/properties/code/pattern ^a`]],
    ['drop-format', [`${input}/properties/email/format`]],
    ['open-object', [`${input}/additionalProperties`]],
    ['close-object', [`${user}/additionalProperties`]],
    ['rename-path', [users, '/paths/~1users~1{id}']],
    [
      'rename-parameter',
      [
        `${users}/get/parameters/0/name`,
        `${users}/get/parameters/1/name`,
        '/paths/~1users~1{id}/get/parameters/0/name',
      ],
    ],
    [
      'rename-property',
      ['code', 'score', 'status', 'invitedBy']
        .map((name) => `${user}/properties/${name}`)
        .concat(['email', 'kind', 'plan'].map((name) => `${input}/properties/${name}`)),
    ],
    [
      'drop-response',
      [
        `${users}/get/responses/200`,
        `${users}/post/responses/201`,
        `${users}/post/responses/429`,
        '/paths/~1users~1{id}/get/responses/200',
      ],
    ],
    ['change-request-media-type', [`${users}/post/requestBody/${json}`]],
    ['drop-request-media-type', [`${users}/post/requestBody/${json}`]],
    ['change-response-media-type', [`${users}/get/responses/200/${json}`, `/components/responses/User/${json}`]],
    ['drop-response-media-type', [`${users}/get/responses/200/${json}`, `/components/responses/User/${json}`]],
    ['drop-security', [`${users}/get/security none`, `${users}/post/security none`]],
    ['add-security', ['/paths/~1users~1{id}/get/security apiKey']],
    [
      'drop-security-alternative',
      [`${users}/post/security without apiKey and apiSecret`, `${users}/post/security without apiKey and user`],
    ],
    [
      'drop-security-scheme',
      [
        'apiKey and apiSecret without apiKey',
        'apiKey and apiSecret without apiSecret',
        'apiKey and user without apiKey',
        'apiKey and user without user',
      ].map((detail) => `${users}/post/security ${detail}`),
    ],
    [
      'swap-security-scheme',
      [
        `${users}/get/security apiKey with apiSecret for apiKey`,
        ...[
          'apiKey and apiSecret with user for apiKey',
          'apiKey and apiSecret with user for apiSecret',
          'apiKey and user with apiSecret for apiKey',
          'apiKey and user with apiSecret for user',
        ].map((detail) => `${users}/post/security ${detail}`),
      ],
    ],
    [
      'change-security-scheme',
      [
        '/components/securitySchemes/apiKey/name',
        '/components/securitySchemes/apiKey/in',
        '/components/securitySchemes/apiSecret/name',
        '/components/securitySchemes/apiSecret/in',
        '/components/securitySchemes/user/scheme',
      ],
    ],
    ['change-serialization', [`${users}/get/parameters/1/explode`]],
    ['change-document-server', ['/servers/0/url']],
    ['change-path-server', ['/paths/~1users~1{id}/servers/0/url']],
    ['drop-rate-limit', ['/x-rate-limits/0']],
    ['change-rate-limit', ['/x-rate-limits/0']],
  ])('%s makes exactly the expected mutants', (operator, ids) => {
    expect(idsOf(operator).sort()).toEqual(ids.sort());
  });

  it('every operator makes a mutant', () => {
    expect([...new Set(mutants.map(({ operator }) => operator))].sort()).toEqual(
      operators.map(({ name }) => name).sort(),
    );
  });
});

describe('a mutant', () => {
  it.each(mutants)('$id differs in its place only, and does not change the document', (mutant) => {
    const before = structuredClone(smallDocument);
    const places = differences(before, mutant.of(smallDocument));
    expect(smallDocument).toEqual(before);
    const [first = [], ...others] = places.map((place) => place.split(' '));
    const common = first.filter((_, index) => others.every((place) => sameUntil(index, first, place)));
    const place = mutant.pointer.split('/').map((key) => key.replace(/~1/g, '/'));
    // A renamed path has another key in `paths`.
    expect(common.length).toBeGreaterThan(/^rename-pa|rate-limit$|document/.test(mutant.operator) ? 0 : 2);
    expect(sameUntil(Math.min(common.length, place.length - 1) - 1, common, place.slice(1))).toBe(true);
  });

  it('rename-parameter renames a path parameter in the template too', () => {
    const id = 'rename-parameter /paths/~1users~1{id}/get/parameters/0/name';
    const document = mutants.find((mutant) => mutant.id === id)?.of(smallDocument);
    expect(Object.keys(document?.paths ?? {})).toEqual(['/users', '/users/{id_renamed}']);
  });

  it('rename-property renames a property in `required` too', () => {
    expect(changed(`rename-property ${input}/properties/email`)).toEqual([
      'components schemas UserInput required',
      'components schemas UserInput properties email',
      'components schemas UserInput properties email_renamed',
    ]);
  });

  it('a mutant of a shared component names every operation that reaches it', () => {
    const shared = mutants.filter(({ id }) => id === `change-type ${user}/properties/code/type integer`);
    expect(shared.map((mutant) => mutant.operations)).toEqual([['users/list', 'users/create', 'users/get']]);
    const security = mutants.find(({ pointer }) => pointer === '/components/securitySchemes/apiSecret/name');
    expect(security?.operations).toEqual(['users/create']);
  });

  it('a mutant keeps its id when a path is added', () => {
    const more = structuredClone(smallDocument) as unknown as { paths: Record<string, object> };
    const added = { get: { operationId: 'status/get', security: [], responses: { 200: {} } } };
    more.paths = { '/status': added, ...more.paths };
    const ids = new Set(mutantsOf(more as unknown as typeof smallDocument).map(({ id }) => id));
    expect(mutants.filter(({ id }) => !ids.has(id))).toEqual([]);
  });
});

describe('the specs', () => {
  const all = vendors.map((vendor) => ({ vendor, document: readSpec(vendor), mutants: mutantsOf(readSpec(vendor)) }));

  it('the specs have a place for every operator', () => {
    const used = new Set(all.flatMap(({ mutants }) => mutants.map(({ operator }) => operator)));
    expect(operators.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  it.each(all)('the mutants of $vendor have unique ids, and reach each of its operations', ({ document, mutants }) => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
    const reached = new Set(mutants.flatMap(({ operations }) => operations));
    const declared = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map((entry) => Object(entry).operationId),
    );
    expect([...reached].sort()).toEqual(declared.filter((id) => id !== undefined).sort());
  });

  it('an operator changes every keyword that the schemas use', () => {
    // Keywords for people, and keywords that hold schemas, whose own keywords are checked.
    const aside = ['$ref', 'description', 'x-evidence', 'examples', 'default', 'deprecated', 'items', 'properties'];
    const schemas = all.flatMap(({ document }) => Object.values(Object(document).components.schemas));
    const used = new Set(schemas.flatMap(keywordsOf).filter((keyword) => !aside.includes(keyword)));
    const mutated = new Set(all.flatMap(({ mutants }) => mutants.flatMap(({ pointer }) => pointer.split('/'))));
    expect([...used].filter((keyword) => !mutated.has(keyword))).toEqual([]);
  });
});

function keywordsOf(schema: unknown): string[] {
  const { properties = {}, items, anyOf = [], additionalProperties } = Object(schema);
  const children = [...Object.values(properties), items, ...anyOf, additionalProperties];
  return [...Object.keys(Object(schema)), ...children.flatMap((child) => (child ? keywordsOf(child) : []))];
}
