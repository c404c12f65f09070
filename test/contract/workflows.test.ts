/** The workflows of each vendor, which Redocly runs against the mock: each step with what the steps before it were answered. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vendors } from '@plumbline/repository/repository';
import { bundlePath } from '@plumbline/spec-tools/document/read-spec';
import { answersOf, workflowsPath } from '@plumbline/spec-tools/document/workflows';
import { runRedocly } from '@plumbline/spec-tools/lint/run-redocly';
import { type MockServer, startMock } from '@plumbline/spec-tools/mock/mock-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { limitOnce } from './limit-once.ts';

const inputs: Readonly<Record<string, string>> = {
  clientId: 'demo-client',
  clientSecret: 'demo-client-secret',
  apiKey: 'demo-key',
  apiSecret: 'demo-api-secret',
  userEmail: 'mary@example.com',
  idempotencyKey: '0a7b3c7e-5d0f-4a0e-9c1b-6f6f2f0c8e11',
  motionId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  audience: 'home_buyers',
  institution: 'INST-4B7E1D90',
};

/** What Redocly writes of a run, as far as it is looked at. A step that is a workflow has steps of its own. */
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

let folder: string;
let mocks: Map<string, MockServer>;
let runs: Map<string, Run>;

// Processes take their time on a busy machine.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workflows-'));
  mocks = new Map(await Promise.all(vendors.map(async (vendor) => [vendor, await startMock(vendor)] as const)));
  runs = new Map(
    await Promise.all(vendors.map(async (vendor) => [vendor, await run(vendor, workflowsPath(vendor))] as const)),
  );
}, 300_000);
afterAll(async () => {
  for (const mock of mocks.values()) await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(vendor: string, file: string, ...options: string[]): Promise<Run> {
  const report = join(mkdtempSync(join(folder, 'run-')), 'report.json');
  const given = Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]);
  const { url, close } = await limitOnce(mocks.get(vendor)?.url ?? '');
  const server = ['--server', `${vendor}=${url}`];
  const { status, output } = await runRedocly(
    ['respect', file, ...server, ...given, '--json-output', report, ...options],
    folder,
  );
  await close();
  if (!existsSync(report)) throw new Error(`Redocly ran no workflow of ${file}:\n${output}`);
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    files: Record<string, { executedWorkflows: Workflow[] }>;
  };
  return { status, output, workflows: Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows) };
}

function runOf(vendor: string): Run {
  const found = runs.get(vendor);
  if (!found) throw new Error(`The workflows of ${vendor} did not run.`);
  return found;
}

it('are valid Arazzo', async () => {
  const { status, output } = await runRedocly(
    ['lint', ...vendors.map(workflowsPath), '--extends=recommended-strict'],
    folder,
  );
  expect(status, output).toBe(0);
});

it.each(vendors)('of %s pass: every step is sent, and sent again after a rate limit', (vendor) => {
  const { status, output, workflows } = runOf(vendor);
  const steps = workflows.map(({ workflowId, executedSteps }) => [
    workflowId,
    sent(executedSteps).map(({ stepId, response }) => `${stepId} ${response.statusCode}`),
  ]);
  expect(Object.fromEntries(steps), output).toEqual(answersOf(vendor));
  expect(new Set(workflows.map((workflow) => workflow.status)), output).toEqual(new Set(['success']));
  expect(status, output).toBe(0);
});

it('of magicbell send a notification again under the same idempotency key', () => {
  const [create] = runOf('magicbell').workflows;
  const keys = sent(create?.executedSteps ?? []).map(({ request }) => request.headers['idempotency-key']);
  expect(keys).toEqual([inputs.idempotencyKey, inputs.idempotencyKey]);
});

it.concurrent.each([
  ['a criterion that does not hold', /data\/0\/state == "EXECUTING"/, 'data/0/state == "DRAFT"'],
  ['a request that the document refuses', /value: EXECUTING/, 'value: PAUSED'],
])('fail at %s', async (_, written, wrong) => {
  const wrongFolder = mkdtempSync(join(folder, 'wrong-'));
  const file = join(wrongFolder, 'workflows.arazzo.yaml');
  const right = readFileSync(workflowsPath('magnify'), 'utf8');
  writeFileSync(file, right.replace(written, wrong));
  copyFileSync(bundlePath('magnify'), join(wrongFolder, 'openapi.yaml'));
  expect(right).toMatch(written);
  const { status, output } = await run('magnify', file, '--workflow', 'readMotions');
  expect(status).toBe(1);
  expect(output).toContain('stepId - listFirstPage');
});
