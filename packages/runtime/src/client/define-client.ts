import { ownCopy, ownTable } from '../pipeline/own-value.ts';
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
  let copy: ClientDefinition<Options> | undefined;
  return (given = {} as Options) => {
    copy ??= ownTable(definition);
    const parts = copy;
    const { name, server, rateLimit, servers } = parts;
    checkClientOptions(name, given, [...Object.keys(parts.options), ...(rateLimit ? ['rateLimit'] : [])]);
    const options: VendorOptions = ownCopy(given);
    const { policy, source } = readOptions(parts, options);
    const { values } = source;
    const url =
      typeof server === 'function'
        ? server(values, options as Options)
        : options.baseUrl === undefined
          ? server
          : options.baseUrl;
    const baseUrl = checkUrl(name, 'baseUrl', url, options.allowInsecureRequests);
    return createClient<Paths, Operations>(
      // A copy that inherits nothing, because a definition may leave parts out.
      ownCopy({
        ...parts,
        baseUrl,
        auth: policy(source, baseUrl),
        rateLimit: rateLimit?.(name, options.rateLimit, options.clock),
        servers: ownTable(servers?.(values)),
      }),
      options,
    );
  };
}
