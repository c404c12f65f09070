import { createMagicBell, createMagicBellUser } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';
import type { Method } from '../clients.ts';
import { type Access, accesses, describeWays, variablePrefix } from './access.ts';
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

type Factory = (options: never) => object;
const factories: Readonly<Record<string, Factory>> = {
  createMagicBell,
  createMagicBellUser,
  createMagnetiq,
  createMagnify,
  createMxAudience,
};

/**
 * Makes the clients of a vendor with the credentials of the environment.
 *
 * @throws {CouldNotRun} When there are none; it names the variables.
 */
export function createLiveClients(vendor: string, environment: Environment, target: Target): LiveClients {
  const missing: string[] = [];
  const clients = (accesses[vendor] ?? []).flatMap((access) => {
    const options = optionsOf(vendor, access, environment, target.baseUrl);
    if (!options) missing.push(describeWays(withoutServer(access, target.baseUrl)));
    return options ? [create(access.factory, { ...options, ...targetOptions(vendor, target) })] : [];
  });
  if (clients.length === 0) {
    const names = missing.join('; or ') || 'nothing: add the vendor to scripts/drift/access.ts';
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

function withoutServer(access: Access, baseUrl: string | undefined): Access {
  if (baseUrl === undefined) return access;
  return { ...access, ways: access.ways.map((names) => names.filter((name) => name !== access.server)) };
}

function optionsOf(vendor: string, access: Access, environment: Environment, baseUrl: string | undefined) {
  const way = withoutServer(access, baseUrl).ways.find((names) => names.every((name) => environment[name]));
  const prefix = variablePrefix(vendor);
  const optionOf = (name: string) =>
    name
      .slice(prefix.length)
      .toLowerCase()
      .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const { optional } = access;
  const names = [...(way ?? []), ...(optional && environment[optional] ? [optional] : [])];
  return way && Object.fromEntries(names.map((name) => [optionOf(name), environment[name]]));
}

/** Magnify's tokens come from another host: on a server of one's own from the same one. */
function targetOptions(vendor: string, { baseUrl, fetch }: Target): object {
  if (baseUrl === undefined) return { fetch };
  return { fetch, baseUrl, ...(vendor === 'magnify' && { tokenUrl: `${baseUrl.replace(/\/+$/, '')}/oauth2/token` }) };
}

function create(name: string, options: object): object {
  try {
    return factories[name]?.(options as never) ?? {};
  } catch (error) {
    // A client's refusal names the option and never its value.
    throw new CouldNotRun((error as Error).message);
  }
}
