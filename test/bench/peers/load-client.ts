import type { MeasuredClient } from './peer.ts';

/** The name of a client, and the module that exports it. */
export type ClientModule = Pick<MeasuredClient, 'name' | 'module'>;

/** Loads one client and no other. */
export async function loadClient({ name, module }: ClientModule): Promise<MeasuredClient> {
  const exported: MeasuredClient[] = Object.values(await import(module));
  const client = exported.find((one) => one.name === name);
  if (!client) throw new Error(`${module} exports no client "${name}".`);
  return client;
}
