import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { transform } from 'esbuild';

type Imports = Readonly<Record<string, { readonly node: string }>>;

/**
 * Writes `dist/cjs` of the package in the current folder: its ES modules as CommonJS modules, one for each, and copies of its
 * declarations. TypeScript reads a declaration as the kind of module that the nearest manifest says.
 *
 * @param modules Paths of the ES modules in `dist`.
 * @param imports The conditional imports in the manifest of the package. A CommonJS module has those of Node.
 */
export async function writeCommonJs(modules: readonly string[], imports: Imports): Promise<void> {
  for (const path of modules) {
    const { code } = await transform(readFileSync(path, 'utf8'), {
      format: 'cjs',
      // Node finds the names of the exports.
      platform: 'node',
      target: 'es2022',
      // Jest has no `import()` in CommonJS modules.
      supported: { 'dynamic-import': false },
    });
    // Node reads only the conditional imports of the nearest manifest, and publint accepts none in `dist/cjs`.
    const targetOf = (_: string, name: string) => `require("./${relative(dirname(path), imports[name]?.node ?? '')}")`;
    write(path, code.replace(/require\("(#[\w-]+)"\)/g, targetOf));
  }
  for (const file of globSync('dist/**/*.d.ts', { exclude: ['dist/cjs/**'] })) {
    // Windows has other separators.
    const path = file.replaceAll('\\', '/');
    // The source map of the original leads to the sources.
    const map = (name: string) => join(relative(dirname(commonJs(path)), dirname(path)), name);
    write(path, readFileSync(path, 'utf8').replace(/(?<=\n\/\/# sourceMappingURL=)(.+)/, map));
  }
  write('dist/package.json', '{ "type": "commonjs" }\n');
}

/** The path in `dist/cjs` of a file in `dist`. */
function commonJs(path: string): string {
  return join('dist', 'cjs', relative('dist', path));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(commonJs(path)), { recursive: true });
  writeFileSync(commonJs(path), text);
}
