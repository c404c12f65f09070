import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = join(root, '.github', 'workflows');
const workflows = readdirSync(folder);

it.each(workflows)('%s names each action by a commit, and its release for a person', (name) => {
  const uses = [...readFileSync(join(folder, name), 'utf8').matchAll(/\buses: (.+)/g)].map((match) => match[1]);
  expect(uses.length).toBeGreaterThan(0);
  for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+(\/[\w-]+)*@[0-9a-f]{40} # v\d/);
});

it('gives only the job that publishes a token of identity, and no job a secret', () => {
  const text = readFileSync(join(folder, 'release.yml'), 'utf8');
  const { permissions, jobs } = parse(text);
  const given = Object.entries<{ permissions: object }>(jobs).filter(([, job]) => 'id-token' in job.permissions);
  expect(given.map(([name]) => name)).toEqual(['publish']);
  expect(permissions).toEqual({ contents: 'read' });
  expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
});
