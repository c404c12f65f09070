import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = join(root, '.github', 'workflows');
const workflows = readdirSync(folder);

it.each(workflows)('%s pins each action to a commit and names its release in a comment', (name) => {
  const uses = [...readFileSync(join(folder, name), 'utf8').matchAll(/\buses: (.+)/g)].map((match) => match[1]);
  expect(uses.length).toBeGreaterThan(0);
  for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+(\/[\w-]+)*@[0-9a-f]{40} # v\d/);
});

it('release.yml gives an identity token to the publishing job only, and a secret to no job', () => {
  const text = readFileSync(join(folder, 'release.yml'), 'utf8');
  const { permissions, jobs } = parse(text);
  const given = Object.entries<{ permissions: object }>(jobs).filter(([, job]) => 'id-token' in job.permissions);
  expect(given.map(([name]) => name)).toEqual(['publish']);
  expect(permissions).toEqual({ contents: 'read' });
  expect(text).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
});
