/**
 * `npx node test/packages/consumer/consumer.ts`: installs the packed packages into an empty project and type-checks a program that
 * calls every operation, and its libraries, with each TypeScript version and each module resolution; beside it, the smallest programs of
 * peers. Then asks TypeScript's server for the definitions of names of the packages. Before all that, it loads the packages with each
 * TypeScript version, with Jest and with ts-node.
 *
 * Writes RESULTS.md. Exits 1 where a program does not load, compile or stay in its budget, or a definition is not in readable source.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProject } from '../../runtimes/project.ts';
import { check } from './compiler.ts';
import { compilers, failuresOf, type Measured, report } from './consumer-results.ts';
import { checkDefinitions } from './editor.ts';
import { everyOperation } from './every-operation.ts';
import { checkLoading } from './loading.ts';

const runs = 3;
const peers = ['octokit', 'openai', 'stripe'];
const oneCall = `import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret' });
const { user } = await magicbell.users.get({ user_id: 'mary' });
export const email: string | null | undefined = user.email;
`;

const here = import.meta.dirname;
const install = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], {
  cwd: here,
  stdio: ['ignore', 2, 2],
  shell: process.platform === 'win32',
});
if (install.status !== 0) process.exit(2);

const project = createProject();
try {
  const { folder } = project;
  checkLoading(folder);
  writeFileSync(join(folder, 'every-operation.mts'), everyOperation());
  writeFileSync(join(folder, 'one-call.mts'), oneCall);
  // The peers resolve their packages from here.
  const dist = join(here, 'dist');
  mkdirSync(dist, { recursive: true });
  for (const peer of peers) copyFileSync(join(here, 'peers', `${peer}.ts`), join(dist, `${peer}.mts`));

  const subjects = [
    { name: 'Plumbline, every operation', folder, files: ['every-operation.mts'], types: [] },
    { name: 'Plumbline, one call', folder, files: ['one-call.mts'], types: [] },
    ...peers.map((peer) => ({ name: peer, folder: dist, files: [`${peer}.mts`], types: ['node'] })),
  ];
  const measured = subjects.map(({ name }): Measured => ({ name, costs: new Map() }));
  for (const compiler of compilers) {
    for (const subject of subjects) check({ compiler, resolution: 'bundler', ...subject });
    // Runs take turns and the fastest counts, because other work on the machine slows a run down.
    for (let run = 0; run < runs; run++) {
      for (const [index, subject] of subjects.entries()) {
        const cost = check({ compiler, resolution: 'nodenext', ...subject });
        const { costs } = measured[index] as Measured;
        const before = costs.get(compiler);
        if (!before || cost.check < before.check) costs.set(compiler, cost);
      }
    }
    console.log(`Every file compiles under ${compiler}, with nodenext and with bundler.`);
  }
  const { count, wrong } = await checkDefinitions(folder);
  console.log(`${count - wrong.length} of ${count} definitions are in readable source.`);
  const text = report(measured);
  console.log(`\n${text}`);
  const failures = [...failuresOf(measured), ...wrong];
  if (failures.length === 0) writeFileSync(join(here, 'RESULTS.md'), text);
  for (const failure of failures) console.error(failure);
  process.exitCode = failures.length > 0 ? 1 : 0;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  project.remove();
}
