/** `npx @plumbline/sandbox` as a process. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import magicbell from '@plumbline/spec-magicbell/sandbox';
import { afterAll, expect, it, onTestFinished } from 'vitest';

const cli = join(import.meta.dirname, '..', 'dist', 'cli.js');
const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fails = (parameters: readonly string[], cwd = folder) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...parameters], { cwd, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  return stderr;
};

/** Starts the command, and reads its lines until the last of them. */
async function start(...parameters: string[]): Promise<{ child: ChildProcess; lines: string[]; url: string }> {
  const child = spawn(process.execPath, [cli, ...parameters, '--port', '0'], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (line.startsWith('Ctrl+C')) break;
  }
  return { child, lines, url: lines[0]?.split(' ').at(-1) ?? '' };
}
const headers = { 'x-magicbell-api-key': 'sandbox_api_key', 'x-magicbell-api-secret': 'sandbox_api_secret' };
const usersAt = async (url: string) => {
  const response = await fetch(`${url}/users`, { headers });
  return ((await response.json()) as { users: unknown[] }).users;
};

it('the command serves an installed vendor with its examples, and prints the address and the credentials', async () => {
  const { lines, url } = await start('magicbell');
  expect(lines).toEqual([
    expect.stringMatching(/^magicbell listens on http:\/\/127\.0\.0\.1:\d+$/),
    '  apiKey: sandbox_api_key',
    '  apiSecret: sandbox_api_secret',
    'Ctrl+C ends it.',
  ]);
  expect(await usersAt(url)).not.toEqual([]);
});

it('the command serves a document in JSON, and begins without examples if --empty is given', async () => {
  const path = join(folder, 'openapi.json');
  writeFileSync(path, JSON.stringify(magicbell));
  const { url } = await start(path, '--empty', '--seed', '7');
  expect(await usersAt(url)).toEqual([]);
});

it('the option --rate-limits enforces the limits of the spec', async () => {
  const { url } = await start('magicbell', '--rate-limits');
  const statuses = new Set<number>();
  for (let count = 0; count < 200 && !statuses.has(429); count++) {
    statuses.add((await fetch(`${url}/users`, { headers })).status);
  }
  expect([...statuses]).toEqual([200, 429]);
});

it('limits of plans need --plan, and an unknown plan is an error with the names of all', async () => {
  expect(fails(['magnetiq', '--rate-limits'], import.meta.dirname)).toMatch(/plan\. Use --plan|"free"/);
  expect(fails(['magnetiq', '--plan', 'fre'], import.meta.dirname)).toMatch(/no plan "fre"\. Did you mean "free"/);
  expect((await start('magnetiq', '--plan', 'free')).lines[0]).toMatch(/^magnetiq listens/);
});

// Windows has no signals: `kill` ends a process there.
it.each(process.platform === 'win32' ? (['SIGTERM'] as const) : (['SIGINT', 'SIGTERM'] as const))(
  '%s ends the command',
  async (signal) => {
    const { child } = await start('magicbell');
    const ended = once(child, 'exit');
    child.kill(signal);
    if (process.platform !== 'win32') expect(await ended).toEqual([0, null]);
  },
);

it('a port in use is an error that says so', async () => {
  const { url } = await start('magicbell');
  const { port } = new URL(url);
  expect(fails(['magicbell', '--port', port], import.meta.dirname)).toBe(
    `The sandbox cannot listen: port ${port} of 127.0.0.1 is in use. End the process that uses it, or choose another port.\n`,
  );
});

it.each([
  [[], 'Name one vendor.'],
  [['magicbell', 'magnify'], 'Name one vendor.'],
  [['magicbell', '--prot', '1'], "Unknown option '--prot'"],
  [['magicbell', '--port', '70000'], '--port 70000 is not a port.'],
  [['magicbell', '--port', 'x'], '--port x is not a port.'],
  [['magicbell', '--seed', '1.5'], '--seed 1.5 is not a number.'],
])('the parameters %j are an error with the usage', (parameters, reason) => {
  const [first, ...rest] = fails(parameters).split('\n');
  expect(first).toBe(reason);
  expect(rest.join('\n')).toContain('npx @plumbline/sandbox <vendor | openapi.json> [options]');
});

it.each(['--help', '-h'])('the option %s prints the usage', (option) => {
  const { status, stdout } = spawnSync(process.execPath, [cli, option], { encoding: 'utf8' });
  expect([status, stdout.split('\n')[0]]).toEqual([0, 'npx @plumbline/sandbox <vendor | openapi.json> [options]']);
});

it('a vendor that is not installed is an error that says what to install', () => {
  mkdirSync(join(folder, 'acme'), { recursive: true });
  expect(fails(['acme'])).toBe(
    'There is no file acme, and @plumbline/spec-acme is not installed. Run: npm install --save-dev @plumbline/spec-acme\n',
  );
});

it.each(['Acme-1', '@plumbline/spec-acme'])('the name %s is an error that says how a vendor is named', (name) => {
  expect(fails([name])).toBe(
    `There is no file ${name}. A vendor is named as in its package: "acme" for @plumbline/spec-acme.\n`,
  );
});

it('an installed spec without data for a sandbox is an error that says what to install', () => {
  const installed = join(folder, 'node_modules', '@plumbline', 'spec-old');
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(installed, 'package.json'), '{ "exports": { ".": "./openapi.json" } }');
  expect(fails(['old'])).toBe(
    '@plumbline/spec-old has no data for a sandbox. Run: npm install --save-dev @plumbline/spec-old@latest\n',
  );
});

it.each([
  ['missing.json', undefined, 'There is no file missing.json.'],
  [
    'openapi.yaml',
    'openapi: 3.1.0',
    'openapi.yaml is not JSON. Run: npx @redocly/cli bundle openapi.yaml --output openapi.json',
  ],
  ['empty.json', '{}', 'This is not an OpenAPI document: it lacks `paths`.'],
  [
    'swagger.json',
    '{ "swagger": "2.0", "paths": {} }',
    'The document is OpenAPI 2.0. The sandbox reads 3.1: convert it first.',
  ],
])('the file %s with the content %s is an error that says what is wrong', (name, content, reason) => {
  if (content !== undefined) writeFileSync(join(folder, name), content);
  expect(fails([name])).toContain(reason);
});
