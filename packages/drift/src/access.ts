import type { VendorClient } from '@plumbline/repository/vendor';

/** The ways of a client in words: `A and B, or C`. */
export function describeWays({ ways }: Pick<VendorClient, 'ways'>): string {
  return ways.map((names) => names.join(' and ')).join(', or ');
}

/** The part of a variable's name that is the vendor's. */
export function variablePrefix(vendor: string): string {
  return `${vendor.toUpperCase().replaceAll('-', '_')}_`;
}

/** The environment variable of an option: `clientId` of `magnify` is taken from `MAGNIFY_CLIENT_ID`. */
export function optionVariable(vendor: string, option: string): string {
  return variablePrefix(vendor) + option.replace(/[A-Z]/g, '_$&').toUpperCase();
}
