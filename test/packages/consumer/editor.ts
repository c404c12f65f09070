import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { definitionsOf } from './definition.ts';

const program = `import { createMagicBell, isApiError } from '@plumbline/magicbell';
import { createMagnify } from '@plumbline/magnify';
import { findMemberId } from '@plumbline/mx-audience';

const magnify = createMagnify({ clientId: 'id', clientSecret: 'secret' });
const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret' });
magnify.motions.list().pages();
magicbell.notifications.create({ notification: { title: 'Hello', recipients: [] } });
isApiError(findMemberId(['a']));
`;

/** Each name with the file of its definition and the start of the line. */
const expected = [
  { name: 'createMagnify', file: '@plumbline/magnify/src/client.ts', line: 'export const createMagnify:' },
  { name: 'createMagicBell', file: '@plumbline/magicbell/src/client.ts', line: 'export function createMagicBell(' },
  { name: 'motions.list', file: '@plumbline/magnify/src/generated/operations.ts', line: '    list(' },
  { name: '.pages', file: '@plumbline/runtime/src/client/paged-call.ts', line: 'pages(' },
  { name: 'notifications.create', file: '@plumbline/magicbell/src/generated/operations.ts', line: '    create(' },
  { name: 'isApiError', file: '@plumbline/magicbell/src/index.ts', line: 'export const isApiError' },
  { name: 'findMemberId', file: '@plumbline/mx-audience/src/', line: 'export function findMemberId(' },
];

/** Finds the definitions of names of the installed packages. Describes each that is not in readable source. */
export async function checkDefinitions(folder: string): Promise<{ readonly count: number; readonly wrong: string[] }> {
  const file = 'editor.mts';
  writeFileSync(join(folder, file), program);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { module: 'nodenext' }, files: [file] }),
  );
  const definitions = await definitionsOf(
    expected.map(({ name }) => name),
    folder,
    file,
  );
  const wrong = expected.flatMap(({ name, file, line }, index) => {
    const definition = definitions[index] ?? { file: '', line: '' };
    const path = relative(join(folder, 'node_modules'), definition.file).replaceAll('\\', '/');
    return path.startsWith(file) && definition.line.includes(line)
      ? []
      : [`the definition of ${name} is in ${path}: ${definition.line}`];
  });
  return { count: expected.length, wrong };
}
