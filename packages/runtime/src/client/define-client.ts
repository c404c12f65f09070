import type { Limiter } from '../policies/rate-limit/limiter.ts';
import { checkUrl } from './check-text.ts';
import type { ClientDefinition } from './client-definition.ts';
import { type Client, createClient } from './create-client.ts';
import { type ClientOptions, checkClientOptions } from './options.ts';
import { readOptions } from './read-options.ts';

type VendorOptions = ClientOptions & { readonly rateLimit?: string | boolean | Limiter | undefined };

/**
 * Makes the factory of a vendor's clients.
 *
 * @returns The factory. It throws a {@link PlumblineError} if an option is missing, unknown or invalid.
 */
export function defineClient<Paths extends object, Operations, Options extends object>(
  definition: ClientDefinition<Options>,
): (options?: Options) => Client<Paths, Operations> {
  const { name, server, operations, querySerialization, rateLimit, servers, input } = definition;
  const names = [...Object.keys(definition.options), ...(rateLimit ? ['rateLimit'] : [])];
  return (given = {} as Options) => {
    const options: VendorOptions = given;
    checkClientOptions(name, options, names);
    const { credentials, values } = readOptions(definition, options);
    const url =
      typeof server === 'function' ? server(values, given) : options.baseUrl === undefined ? server : options.baseUrl;
    const baseUrl = checkUrl(name, 'baseUrl', url, options.allowInsecureRequests);
    const auth = credentials.policy(values, baseUrl);
    const limits = rateLimit?.(name, options.rateLimit, options.clock);
    return createClient<Paths, Operations>(
      { baseUrl, operations, querySerialization, auth, rateLimit: limits, servers: servers?.(values), input },
      options,
    );
  };
}
