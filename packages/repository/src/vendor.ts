import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './repository.ts';

/** What scripts and tests know of a vendor beside its spec: `packages/<vendor>/vendor.json`. It is not published. */
export interface Vendor {
  readonly clients: readonly VendorClient[];
  /** The values that its package exports, beside those that every package does. */
  readonly exports: readonly string[];
  /** The smallest use of its client, a client and one call, and the bytes of gzip that it may weigh. */
  readonly smallest: { readonly program: readonly string[]; readonly gzip: number };
}

/** A client of a vendor's package: how it is made for a mock, and what it takes its credentials from elsewhere. */
export interface VendorClient {
  /** The name of its factory. */
  readonly factory: string;
  /** The options that a mock is content with, beside its address. */
  readonly mock: Readonly<Record<string, string>>;
  /** Each way to sign in as the environment variables that it needs. The first whose variables are all set is taken. */
  readonly ways: readonly (readonly string[])[];
  /** A variable that is taken too where it is set. */
  readonly optional?: string;
  /** The variable that is not needed where the server is told. */
  readonly server?: string;
  /** Where its tokens come from, if that is another host: on a server of one's own they come from the same one. */
  readonly tokenPath?: string;
}

/** Reads what is known of a vendor. */
export function readVendor(vendor: string): Vendor {
  return JSON.parse(readFileSync(join(root, 'packages', vendor, 'vendor.json'), 'utf8'));
}

/** The options that tell a client where its server is. */
export function serverOptions({ tokenPath }: VendorClient, baseUrl: string): Readonly<Record<string, string>> {
  return { baseUrl, ...(tokenPath && { tokenUrl: `${baseUrl.replace(/\/+$/, '')}${tokenPath}` }) };
}
