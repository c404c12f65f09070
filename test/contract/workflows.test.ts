/** Redocly runs the workflows of each vendor against Prism and the sandbox. Each step uses the responses of the steps before it. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vendors } from '@plumbline/repository/repository';
import { createSandbox } from '@plumbline/sandbox';
import { serveSandbox } from '@plumbline/sandbox/server';
import { bundlePath, readSpec } from '@plumbline/spec-tools/document/read-spec';
import { expectedResponsesOf, workflowsPath } from '@plumbline/spec-tools/document/workflows';
import { runRedocly } from '@plumbline/spec-tools/lint/run-redocly';
import { type MockServer, startMock } from '@plumbline/spec-tools/mock/mock-server';
import { stripSpec } from '@plumbline/spec-tools/sandbox/sandbox-data';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { limitOnce } from './limit-once.ts';

const inputs: Readonly<Record<string, string>> = {
  clientId: 'sandbox_client_id',
  clientSecret: 'sandbox_client_secret',
  apiKey: 'sandbox_api_key',
  apiSecret: 'sandbox_api_secret',
  userEmail: 'mary@example.com',
  idempotencyKey: '0a7b3c7e-5d0f-4a0e-9c1b-6f6f2f0c8e11',
  motionId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  audience: 'home_buyers',
  institution: 'INST-4B7E1D90',
};

/** The parts of Redocly's report that the tests read. A step that runs a workflow has steps of its own. */
interface Step {
  readonly stepId: string;
  readonly executedSteps?: readonly Step[];
  readonly request: { readonly headers: Readonly<Record<string, string>> };
  readonly response: { readonly statusCode: number };
}
interface Workflow {
  readonly workflowId: string;
  readonly status: string;
  readonly executedSteps: readonly Step[];
}

const sent = (steps: readonly Step[]): Step[] =>
  steps.flatMap((step) => (step.executedSteps ? sent(step.executedSteps) : step));

interface Run {
  readonly status: number | null;
  readonly output: string;
  readonly workflows: readonly Workflow[];
}

const starts: Readonly<Record<string, (vendor: string) => Promise<MockServer>>> = {
  Prism: startMock,
  'the sandbox': (vendor) => serveSandbox(createSandbox(stripSpec(readSpec(vendor)), { examples: true })),
};
const kinds = vendors.flatMap((vendor) => Object.keys(starts).map((kind) => [vendor, kind] as const));

let folder: string;
/** Prism and the sandbox of each vendor. */
let mocks: Map<string, MockServer>;
let runs: Map<string, Run>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workflows-'));
  const start = async (vendor: string, kind: string) => (await starts[kind]?.(vendor)) as MockServer;
  mocks = await mapKinds(start);
  runs = await mapKinds((vendor, kind) => run(vendor, kind, workflowsPath(vendor)));
});
afterAll(async () => {
  for (const mock of mocks.values()) await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

async function mapKinds<Value>(create: (vendor: string, kind: string) => Promise<Value>): Promise<Map<string, Value>> {
  const created = kinds.map(async ([vendor, kind]) => [`${kind} of ${vendor}`, await create(vendor, kind)] as const);
  return new Map(await Promise.all(created));
}

async function run(vendor: string, kind: string, file: string, ...options: string[]): Promise<Run> {
  const report = join(mkdtempSync(join(folder, 'run-')), 'report.json');
  const parameters = Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]);
  const { url, close } = await limitOnce(mocks.get(`${kind} of ${vendor}`)?.url ?? '', kind !== 'Prism');
  const server = ['--server', `${vendor}=${url}`];
  const { status, output } = await runRedocly(
    ['respect', file, ...server, ...parameters, '--json-output', report, ...options],
    folder,
  );
  await close();
  if (!existsSync(report)) throw new Error(`Redocly ran no workflow of ${file}:\n${output}`);
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    files: Record<string, { executedWorkflows: Workflow[] }>;
  };
  return { status, output, workflows: Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows) };
}

function runOf(vendor: string, kind: string): Run {
  const found = runs.get(`${kind} of ${vendor}`);
  if (!found) throw new Error(`The workflows of ${vendor} did not run against ${kind}.`);
  return found;
}

it('the workflows are valid Arazzo', async () => {
  const { status, output } = await runRedocly(
    ['lint', ...vendors.map(workflowsPath), '--extends=recommended-strict'],
    folder,
  );
  expect(status, output).toBe(0);
});

it.each(kinds)('the workflows of %s send each step to %s and retry it after a rate limit', (vendor, kind) => {
  const { status, output, workflows } = runOf(vendor, kind);
  const steps = workflows.map(({ workflowId, executedSteps }) => [
    workflowId,
    sent(executedSteps).map(({ stepId, response }) => `${stepId} ${response.statusCode}`),
  ]);
  expect(Object.fromEntries(steps), output).toEqual(expectedResponsesOf(vendor));
  expect(new Set(workflows.map((workflow) => workflow.status)), output).toEqual(new Set(['success']));
  expect(status, output).toBe(0);
});

it.each(Object.keys(starts))('the workflow of magicbell retries a notification to %s with the same key', (kind) => {
  const [create] = runOf('magicbell', kind).workflows;
  const keys = sent(create?.executedSteps ?? []).map(({ request }) => request.headers['idempotency-key']);
  expect(keys).toEqual([inputs.idempotencyKey, inputs.idempotencyKey]);
});

it.concurrent.each([
  ['an unmet criterion', /data\/0\/state == "EXECUTING"/, 'data/0/state == "DRAFT"'],
  ['a request that the document refuses', /value: EXECUTING/, 'value: PAUSED'],
])('a workflow fails for %s', async (_, written, wrong) => {
  const wrongFolder = mkdtempSync(join(folder, 'wrong-'));
  const file = join(wrongFolder, 'workflows.arazzo.yaml');
  const right = readFileSync(workflowsPath('magnify'), 'utf8');
  writeFileSync(file, right.replace(written, wrong));
  copyFileSync(bundlePath('magnify'), join(wrongFolder, 'openapi.yaml'));
  expect(right).toMatch(written);
  const { status, output } = await run('magnify', 'Prism', file, '--workflow', 'readMotions');
  expect(status).toBe(1);
  expect(output).toContain('stepId - listFirstPage');
});
