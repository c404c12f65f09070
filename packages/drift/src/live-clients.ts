import type { Method } from '@plumbline/repository/clients';
import { readVendor, serverOptions, type VendorClient } from '@plumbline/repository/vendor';
import { describeWays, variablePrefix } from './access.ts';
import { CouldNotRun } from './could-not-run.ts';

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where clients send their requests, and through what. */
export interface Target {
  readonly baseUrl?: string | undefined;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** The clients of a vendor that the environment has credentials for. */
export interface LiveClients {
  /** The method of an operation; nothing where none of these clients has it. */
  readonly methodOf: (operationId: string) => Method | undefined;
  /** The variables that the other clients wait for, in words. */
  readonly missing: readonly string[];
}

/**
 * Makes the clients of a vendor with the credentials of the environment.
 *
 * @throws {CouldNotRun} When there are none; it names the variables.
 */
export async function createLiveClients(
  vendor: string,
  environment: Environment,
  target: Target,
): Promise<LiveClients> {
  const factories = await import(`@plumbline/${vendor}`);
  const missing: string[] = [];
  const clients = readVendor(vendor).clients.flatMap((client) => {
    const options = optionsOf(vendor, client, environment, target.baseUrl);
    if (!options) missing.push(describeWays(withoutServer(client, target.baseUrl)));
    return options ? [create(factories[client.factory], { ...options, ...targetOptions(client, target) })] : [];
  });
  if (clients.length === 0) {
    const names = missing.join('; or ');
    throw new CouldNotRun(`There are no credentials for ${vendor} in the environment. Set ${names}.`);
  }
  const methodOf = (operationId: string) => {
    for (const client of clients) {
      const method = operationId.split('/').reduce<unknown>((node, name) => Object(node)[name], client);
      if (typeof method === 'function') return method as Method;
    }
    return undefined;
  };
  return { methodOf, missing };
}

function withoutServer(client: VendorClient, baseUrl: string | undefined): VendorClient {
  if (baseUrl === undefined) return client;
  return { ...client, ways: client.ways.map((names) => names.filter((name) => name !== client.server)) };
}

function optionsOf(vendor: string, client: VendorClient, environment: Environment, baseUrl: string | undefined) {
  const way = withoutServer(client, baseUrl).ways.find((names) => names.every((name) => environment[name]));
  const prefix = variablePrefix(vendor);
  const optionOf = (name: string) =>
    name
      .slice(prefix.length)
      .toLowerCase()
      .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const { optional } = client;
  const names = [...(way ?? []), ...(optional && environment[optional] ? [optional] : [])];
  return way && Object.fromEntries(names.map((name) => [optionOf(name), environment[name]]));
}

function targetOptions(client: VendorClient, { baseUrl, fetch }: Target): object {
  return baseUrl === undefined ? { fetch } : { fetch, ...serverOptions(client, baseUrl) };
}

function create(factory: (options: object) => object, options: object): object {
  try {
    return factory(options);
  } catch (error) {
    // A client's refusal names the option and never its value.
    throw new CouldNotRun((error as Error).message);
  }
}
