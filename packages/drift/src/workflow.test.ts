import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readParametersOf } from './environment.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const read = (name: string) => readFileSync(join(root, '.github', 'workflows', name), 'utf8').replaceAll('\r\n', '\n');
const workflow = parse(read('drift.yml'));
const { drift } = workflow.jobs;
const steps: readonly Step[] = drift.steps;
const environments = Object.assign({}, ...steps.map(({ env }) => env));

it('the drift workflow runs for each vendor, weekly and on request', () => {
  expect(drift.strategy.matrix.include.map(({ vendor }: { vendor: string }) => vendor)).toEqual(vendors);
  expect(Object.keys(workflow.on).sort()).toEqual(['schedule', 'workflow_dispatch']);
});

it.each(vendors)(
  'the drift workflow gives only the job of %s the variables that its clients and reads need',
  (vendor) => {
    const own = readVendor(vendor).clients.flatMap(({ ways, optional }) => [
      ...ways.flat(),
      ...(optional ? [optional] : []),
    ]);
    const parameters = readParametersOf(vendor, readSpec(vendor)).filter(({ list }) => !list);
    const needed = parameters.map(({ variable }) => variable);
    for (const name of [...own, ...needed]) {
      expect(environments[name]).toBe(`\${{ matrix.vendor == '${vendor}' && secrets.${name} || '' }}`);
    }
  },
);

it('the drift workflow may only write issues, and no step hides a failure', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' });
  expect(drift.permissions).toEqual({ contents: 'read', issues: 'write' });
  expect(read('drift.yml')).not.toMatch(/continue-on-error|\|\| true/);
  expect(steps.at(-1)).toMatchObject({ if: expect.stringContaining('always()'), run: `exit "\${CODE:-2}"` });
});

it('the drift workflow uses the actions of the other workflows, pinned to commits', () => {
  const used = steps.flatMap(({ uses }) => uses ?? []);
  expect(used.length).toBeGreaterThan(0);
  for (const action of used) {
    expect(action).toMatch(/@[0-9a-f]{40}$/);
    expect(read('ci.yml')).toContain(action);
  }
});

it.each(readdirSync(join(root, '.github', 'workflows')))(
  '%s pins actions to commits and names their versions',
  (name) => {
    for (const line of read(name).match(/uses: .+/g) ?? []) expect(line).toMatch(/^uses: \S+@[0-9a-f]{40} # v\d/);
  },
);

it('the drift workflow puts no expression into a command', () => {
  for (const { run = '' } of steps) expect(run).not.toContain('${{');
});
