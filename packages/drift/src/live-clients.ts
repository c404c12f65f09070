import type { Method } from '@plumbline/repository/clients';
import { readVendor, serverOptions, type VendorClient } from '@plumbline/repository/vendor';
import type { Document } from '@plumbline/spec-tools/document/document';
import { describeCredentials, variablePrefix } from './environment.ts';
import { CouldNotRun, type Environment, type Fetch } from './exchange-source.ts';

/** What live calls need. */
export interface LiveOptions {
  readonly vendor: string;
  readonly document: Document;
  readonly environment: Environment;
  readonly baseUrl?: string | undefined;
  readonly fetch: Fetch;
}

/** The clients that the environment has credentials for. */
export async function createLiveClients({ vendor, environment, baseUrl, fetch }: LiveOptions) {
  const factories = await import(`@plumbline/${vendor}`);
  const missing: string[] = [];
  const clients = readVendor(vendor).clients.flatMap((client): object[] => {
    // The variable of the server is not needed with --base-url.
    const ways = client.ways.map((names) => names.filter((name) => baseUrl === undefined || name !== client.server));
    const given = ways.filter((all) => all.every((name) => environment[name]));
    // Some clients take one way only. Others send what each operation needs, so their mock has the credentials of all ways.
    const isOne = !ways.flat().every((name) => optionOf(vendor, name) in client.mock);
    const [first] = given;
    const names = isOne ? first : first && [...new Set(given.flat())];
    if (!names) missing.push(describeCredentials({ ways }));
    const target = { fetch, ...(baseUrl !== undefined && serverOptions(client, baseUrl)) };
    return names
      ? [createClient(factories, client, { ...credentialsOf(vendor, client, names, environment), ...target })]
      : [];
  });
  if (clients.length === 0) throw new CouldNotRun(`No credentials for ${vendor}. Set ${missing.join('; or ')}.`);
  const methodOf = (operationId: string) =>
    clients
      .map((client) => operationId.split('/').reduce<unknown>((node, name) => Object(node)[name], client))
      .find((method): method is Method => typeof method === 'function');
  return { methodOf, missing };
}

function credentialsOf(vendor: string, { optional }: VendorClient, names: readonly string[], environment: Environment) {
  const all = optional && environment[optional] ? [...names, optional] : names;
  return Object.fromEntries(all.map((name) => [optionOf(vendor, name), environment[name]]));
}

/** The option of an environment variable: `clientId` of `MAGNIFY_CLIENT_ID`. */
function optionOf(vendor: string, variable: string): string {
  return variable
    .slice(variablePrefix(vendor).length)
    .toLowerCase()
    .replace(/_(.)/g, (_, letter) => letter.toUpperCase());
}

function createClient(
  factories: Readonly<Record<string, (options: object) => object>>,
  { factory }: VendorClient,
  options: object,
) {
  try {
    return factories[factory]?.(options) ?? {};
  } catch (error) {
    // The message names the option, never its value.
    throw new CouldNotRun((error as Error).message);
  }
}
