import { describe, expect, it } from 'vitest';
import { documentOf, parameter } from '../document/small-document.ts';
import { generateReadme, writeSize } from './readme.ts';

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

it('generateReadme replaces the text between the marks and keeps the rest', () => {
  const before = '# Vendor\n\nBy hand.  \n\n';
  const after = '\n\n## More\n\nBy hand, `too`.\n';
  const readme = generateReadme(`${before}${begin}\nstale\n${end}${after}`, document);
  expect(readme.startsWith(`${before}${begin}\n`)).toBe(true);
  expect(readme.endsWith(`\n${end}${after}`)).toBe(true);
  expect(readme).not.toContain('stale');
  expect(generateReadme(readme, document)).toBe(readme);
});

it.each(['# Vendor', `# Vendor ${begin}`, `# Vendor ${end}`])(
  'generateReadme refuses a README without both marks: %s',
  (readme) => {
    expect(() => generateReadme(readme, document)).toThrow('The README of Vendor API lacks a part between');
  },
);

it('generateReadme writes operations between the first marks, and rate limits between the second', () => {
  const [operations, limits] = generateReadme(`${begin}${end}\n## Limits\n${begin}${end}`, document).split('## Limits');
  expect([operations, limits].map((part) => part?.includes('`users.list`'))).toEqual([true, false]);
  expect([operations, limits].map((part) => part?.includes('an hour'))).toEqual([false, true]);
});

it('generateReadme writes a table for each of several clients', () => {
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

it('writeSize writes the limit of the size, rounded up', () => {
  expect(writeSize('One call is at most 1 kB of gzip, and small.', 12_350)).toBe(
    'One call is at most 12.4 kB of gzip, and small.',
  );
  expect(writeSize('at most 9.9 kB of gzip', 12_000)).toBe('at most 12.0 kB of gzip');
  expect(writeSize('It is small.', 12_000)).toBe('It is small.');
});

describe('the generated part', () => {
  const readme = generateReadme(`${begin}${end}`, document);

  it('the table of operations says which ones are safe to retry', () => {
    expect(readme).toMatch(/\| `users\.list` \| .+ \| `GET \/users` \| yes \|/);
    expect(readme).toMatch(/\| `users\.create` \| .+ \| `POST \/users` \| no \|/);
    expect(readme).toMatch(/\| `users\.update` \| .+ \| `PATCH \/users` \| with an idempotency key \|/);
  });

  it('the table of rate limits gives them as text', () => {
    expect(readme).toContain('| free | all | 1,000 an hour |');
    expect(readme).toContain('| all | GET, HEAD | 5 a minute |');
    expect(readme).toContain('| all | all | 2 in 10 seconds |');
  });

  it('the generated part says if there are no rate limits', () => {
    expect(generateReadme(`${begin}${end}`, documentOf({}))).toContain('The vendor documents no rate limit.');
  });
});
