import { spawnSync } from 'node:child_process';
import { publishedIn } from './pack.ts';

/** Makes the bill of materials (CycloneDX) of the published packages and their runtime dependencies, from the lockfile. */
export function createSbom(folder: string): string {
  const workspaces = publishedIn(folder).map((own) => `--workspace=${own}`);
  const options = ['--sbom-format=cyclonedx', '--sbom-type=library', '--package-lock-only', '--omit=dev'];
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', ...options, ...workspaces], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`npm could not make the SBOM: ${stderr}`);
  return stdout;
}
