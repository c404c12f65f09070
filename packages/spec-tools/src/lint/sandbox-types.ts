import type { NodeType } from './rule.ts';

const string = { type: 'string' };
const boolean = { type: 'boolean' };
const count = { type: 'integer', minimum: 1 };
const names = { type: 'array', items: string };
const tests = ['equals', 'oneOf', 'before', 'after', 'set', 'unset'];

/** The kinds of an `x-effect`, each with the fields that only it has. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  change: ['all', 'set', 'body', 'remove'],
  view: ['of', 'where', 'one'],
  token: ['seconds', 'client', 'key'],
  progress: ['steps'],
  fixed: [],
};
/** What the evidence of a resource can be about. */
export const covered: readonly string[] = [
  'list',
  'get',
  'create',
  'update',
  'delete',
  'change',
  'view',
  'progress',
  'filters',
];
const needed: Readonly<Record<string, string>> = { token: 'seconds', progress: 'steps' };

function kindOf(effect: Record<string, unknown>): string {
  return Object.keys(kinds).find((kind) => kind in effect) ?? '';
}

/** The types of the `x-` fields that the sandbox reads. */
export const sandboxTypes: Record<string, NodeType> = {
  Resources: { properties: {}, additionalProperties: 'Resource' },
  Resource: {
    properties: {
      path: string,
      keys: names,
      prefix: string,
      single: boolean,
      callers: 'NameMap',
      belongsTo: 'NameMap',
      upsert: names,
      update: { enum: ['merge', 'replace'] },
      merge: 'NameMap',
      order: { enum: ['newest', 'oldest'] },
      sort: string,
      set: 'Values',
      touch: 'Values',
      derive: 'Values',
      filters: 'ItemTests',
      counts: 'ItemTests',
      times: { enum: ['seconds', 'milliseconds'] },
      deliver: 'Delivery',
      delivers: string,
      adds: 'NameMap',
      rows: 'NameMap',
      'x-evidence': 'ResourceEvidence',
    },
    // Without a path, no path names an item. The one item of an owner needs no name.
    required: ({ path, single }) => [...(path && !single ? ['keys'] : []), ...(single ? ['path'] : []), 'x-evidence'],
  },
  NameMap: { properties: {}, additionalProperties: string },
  Values: { properties: {}, additionalProperties: {} },
  ItemTests: { properties: {}, additionalProperties: 'ItemTest' },
  ItemTest: {
    properties: { ...Object.fromEntries(tests.map((test) => [test, string])), none: {} },
    requiredOneOf: tests,
    allowed: (test) => [
      ...tests.filter((name) => name in test).slice(0, 1),
      ...('equals' in test || 'oneOf' in test ? ['none'] : []),
    ],
  },
  Delivery: {
    properties: { to: string, from: string, everyone: 'Values', members: 'Members', notified: string },
    required: ['to', 'from'],
  },
  Members: {
    properties: { entry: 'Values', resource: string, by: string, where: 'Values' },
    required: ['entry', 'resource', 'by'],
  },
  Effect: {
    properties: {
      change: string,
      all: boolean,
      set: 'Values',
      body: boolean,
      remove: 'Removal',
      view: string,
      of: string,
      where: 'Values',
      one: boolean,
      token: string,
      seconds: count,
      client: names,
      key: boolean,
      progress: string,
      steps: 'Steps',
      fixed: { enum: ['examples'] },
      'x-evidence': 'Evidence',
    },
    requiredOneOf: Object.keys(kinds),
    required: (effect) => ['x-evidence', ...(needed[kindOf(effect)] ? [needed[kindOf(effect)] as string] : [])],
    allowed: (effect) => [kindOf(effect), ...(kinds[kindOf(effect)] ?? []), 'x-evidence'],
  },
  Removal: { properties: { list: string, by: string, all: {} }, required: ['list', 'by'] },
  Steps: { properties: {}, items: 'Values' },
  Idempotency: { properties: { seconds: count, 'x-evidence': 'Evidence' }, required: ['seconds', 'x-evidence'] },
};
