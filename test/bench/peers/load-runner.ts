import type { Runner } from './peer.ts';

/** A client, and the file that exports it. */
export type ClientModule = Pick<Runner, 'name' | 'module'>;

/** Loads one client, and no other. */
export async function loadRunner({ name, module }: ClientModule): Promise<Runner> {
  const exported: Runner[] = Object.values(await import(module));
  const runner = exported.find((one) => one.name === name);
  if (!runner) throw new Error(`${module} exports no client "${name}".`);
  return runner;
}
