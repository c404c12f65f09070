import { describe, expect, it } from 'vitest';
import { documentOf, parameter } from '../document/small-document.ts';
import { generateReadme } from './readme.ts';

const begin = '<!-- generated from the spec by `npm run generate` -->';
const end = '<!-- /generated -->';
const document = documentOf(
  {
    'GET /users': { operationId: 'users/list' },
    'POST /users': { operationId: 'users/create' },
    'PATCH /users': { operationId: 'users/update', parameters: [parameter('header', 'Idempotency-Key')] },
  },
  {
    'x-rate-limits': [
      { plan: 'free', requests: 1000, seconds: 3600 },
      { methods: ['GET', 'HEAD'], requests: 5, seconds: 60 },
      { requests: 2, seconds: 10 },
    ],
  },
);

it('replaces what stands between the marks, and leaves the rest as it is', () => {
  const before = '# Vendor\n\nBy hand.  \n\n';
  const after = '\n\n## More\n\nBy hand, `too`.\n';
  const readme = generateReadme(`${before}${begin}\nstale\n${end}${after}`, document);
  expect(readme.startsWith(`${before}${begin}\n`)).toBe(true);
  expect(readme.endsWith(`\n${end}${after}`)).toBe(true);
  expect(readme).not.toContain('stale');
  expect(generateReadme(readme, document)).toBe(readme);
});

it.each(['# Vendor', `# Vendor ${begin}`, `# Vendor ${end}`])('has no place in %s', (readme) => {
  expect(() => generateReadme(readme, document)).toThrow('The README of Vendor API has no place between');
});

it('has operations in the first of two places, and limits in the second', () => {
  const [operations, limits] = generateReadme(`${begin}${end}\n## Limits\n${begin}${end}`, document).split('## Limits');
  expect([operations, limits].map((part) => part?.includes('`users.list`'))).toEqual([true, false]);
  expect([operations, limits].map((part) => part?.includes('an hour'))).toEqual([false, true]);
});

it('has a table for each client where there are several', () => {
  const security = [{ key: [] }];
  const two = documentOf(
    {
      'GET /users': { operationId: 'users/list', security },
      'GET /me': { operationId: 'me/get', security: [{ user: [] }] },
    },
    { 'x-clients': { Project: ['key'], User: ['user'] } },
  );
  const [project, user] = generateReadme(`${begin}${end}`, two).split('`createUser`:');
  expect(project).toContain('`createProject`:');
  expect([project, user].map((part) => part?.includes('`users.list`'))).toEqual([true, false]);
});

describe('the part', () => {
  const readme = generateReadme(`${begin}${end}`, document);

  it('says what operations do and which may be repeated', () => {
    expect(readme).toMatch(/\| `users\.list` \| .+ \| `GET \/users` \| yes \|/);
    expect(readme).toMatch(/\| `users\.create` \| .+ \| `POST \/users` \| no \|/);
    expect(readme).toMatch(/\| `users\.update` \| .+ \| `PATCH \/users` \| under its key \|/);
  });

  it('says the limits in words', () => {
    expect(readme).toContain('| free | all | 1,000 an hour |');
    expect(readme).toContain('| all | GET, HEAD | 5 a minute |');
    expect(readme).toContain('| all | all | 2 in 10 seconds |');
  });

  it('says so where there are none', () => {
    expect(generateReadme(`${begin}${end}`, documentOf({}))).toContain('The vendor documents no rate limit.');
  });
});
