import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BadDocument } from './bad-document.ts';
import { badDocuments, elsewhere, malformed, thenable } from './bad-documents.ts';
import { goodDocument } from './good-document.ts';
import { rules } from './plugin.ts';

const config = fileURLToPath(new URL('../../../../redocly.yaml', import.meta.url));
const redocly = fileURLToPath(new URL('../../../../node_modules/@redocly/cli/bin/cli.js', import.meta.url));

type Problem = { rule: string; at: string };
let folder: string;
let problems: Map<string, Problem[]>;

/** Applies a bad document's change to the good document. */
function damage({ change }: BadDocument): Record<string, object> {
  // structuredClone would keep objects that the good document uses in several locations shared.
  const files = JSON.parse(JSON.stringify(goodDocument)) as Record<string, unknown>;
  for (const [location, value] of Object.entries(change)) {
    const [file, pointer = ''] = location.split('#/');
    const path = [file || 'openapi.yaml', ...pointer.split('/').map((key) => key.replaceAll('~1', '/'))];
    const last = path.pop() as string;
    const parent = path.reduce((node, key) => node[key] as Record<string, unknown>, files);
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return files as Record<string, object>;
}

async function write(name: string, files: Record<string, object>) {
  for (const [file, content] of Object.entries({ ...files, '../vendor-two/elsewhere.yaml': elsewhere })) {
    const path = join(folder, name, 'vendor', file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify(content));
  }
}

/** Lints all documents in one run. Redocly prints a JSON object for each, in the given order. */
async function lint(names: string[]): Promise<Map<string, Problem[]>> {
  const documents = names.map((name) => `${name}/vendor/openapi.yaml`);
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [redocly, 'lint', ...documents, `--config=${config}`, '--format=json', '--max-problems=1000'],
    { cwd: folder, env: { ...process.env, REDOCLY_TELEMETRY: 'off' }, maxBuffer: 2 ** 26 },
  ).catch((failure) => failure);
  const results = JSON.parse(`[${stdout.replaceAll(/^\}\{$/gm, '},{')}]`);
  if (results.length !== names.length) throw new Error(stderr);
  return new Map(names.map((name, index) => [name, results[index].problems.map(readProblem)]));
}

type Reported = { ruleId: string; location: { source: { ref: string }; pointer: string }[] };

function readProblem({ ruleId, location: [location] }: Reported): Problem {
  const file = location?.source.ref.replace(/^[^/]*\/vendor\//, '').replace('openapi.yaml', '');
  return { rule: ruleId, at: `${file}${location?.pointer}` };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redocly-'));
  await write('good', goodDocument);
  await write('malformed', damage(malformed));
  await write('thenable', damage(thenable));
  const damaged = badDocuments.map(damage);
  await Promise.all(damaged.map((files, index) => write(`bad${index}`, files)));
  problems = await lint(['good', 'malformed', 'thenable', ...badDocuments.map((_, index) => `bad${index}`)]);
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the good document passes every rule', () => {
  expect(problems.get('good')).toEqual([]);
});

test('a rule that throws for a malformed document reports it, and the other rules still report', () => {
  expect(problems.get('malformed')).toEqual([
    { rule: 'plumbline/clients', at: '#/' },
    { rule: malformed.rule, at: malformed.at[0] },
  ]);
});

test('an operation called `then` is refused for its name and for having no group', () => {
  const [at] = thenable.at;
  expect(problems.get('thenable')).toEqual([
    { rule: thenable.rule, at },
    { rule: 'rule/operation-id', at },
  ]);
});

describe('a bad document', () => {
  test.each(badDocuments.map((bad, index) => ({ ...bad, name: `bad${index}`, location: bad.at.join(' and ') })))(
    'only the rule $rule refuses its bad document at $location',
    ({ name, rule, at }) => {
      expect(problems.get(name)).toEqual(at.map((location) => ({ rule, at: location })));
    },
  );
});

describe('the rules', () => {
  test('redocly.yaml turns on every rule of the plugin', async () => {
    const configured = await configuredRules();
    expect(configured.filter((rule) => rule.startsWith('plumbline/'))).toEqual(
      Object.keys(rules).map((rule) => `plumbline/${rule}`),
    );
  });

  test('every rule that redocly.yaml turns on has a bad document', async () => {
    const refused = new Set(badDocuments.map(({ rule }) => rule));
    expect((await configuredRules()).filter((rule) => !refused.has(rule))).toEqual([]);
  });
});

async function configuredRules() {
  const text = await readFile(config, 'utf8');
  return [...text.slice(text.indexOf('\nrules:')).matchAll(/^ {2}([a-z][\w/-]*):(?! off$)/gm)].map(
    ([, rule]) => rule as string,
  );
}
