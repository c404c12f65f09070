import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './repository.ts';

/** What tools and tests know about a vendor besides its spec: `packages/<vendor>/vendor.json`. It is not published. */
export interface Vendor {
  readonly clients: readonly VendorClient[];
  /** The values that its package exports, besides those that every package exports. */
  readonly exports: readonly string[];
  /** The smallest program, a client and one call, and the most bytes that it may have with gzip. */
  readonly smallest: { readonly program: readonly string[]; readonly gzip: number };
}

/** A client of a vendor's package: how to create it for a mock, and where its credentials come from otherwise. */
export interface VendorClient {
  /** The name of its factory. */
  readonly factory: string;
  /** Options that a mock accepts, besides its URL. */
  readonly mock: Readonly<Record<string, string>>;
  /** Alternatives of credentials, each as its environment variables. The first whose variables are all set is used. */
  readonly ways: readonly (readonly string[])[];
  /** A variable that is used too if it is set. */
  readonly optional?: string;
  /** The variable that is not needed if the server is given. */
  readonly server?: string;
  /** The path of its tokens, if they come from another host. On a mock they come from the same host. */
  readonly tokenPath?: string;
}

/** Reads `vendor.json` of a vendor. */
export function readVendor(vendor: string): Vendor {
  return JSON.parse(readFileSync(join(root, 'packages', vendor, 'vendor.json'), 'utf8'));
}

/** The options that point a client to a server. */
export function serverOptions({ tokenPath }: VendorClient, baseUrl: string): Readonly<Record<string, string>> {
  return { baseUrl, ...(tokenPath && { tokenUrl: `${baseUrl.replace(/\/+$/, '')}${tokenPath}` }) };
}

/** A value for a variable of a vendor's credentials: a user name and a password, where these are the credential. */
export function credentialFor({ mock }: VendorClient, variable: string): string {
  const endOf = (option: string) => `_${option.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
  const options = Object.keys(mock).filter((option) => variable.endsWith(endOf(option)));
  // `API_KEY` ends in `KEY`, too.
  const [option = ''] = options.sort((one, other) => other.length - one.length);
  return mock[option] ?? 'test';
}
