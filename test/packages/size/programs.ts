import { vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';

/** The smallest use of each vendor's client, a client and one call: what its users import, and the program. */
export const programs: Readonly<Record<string, { readonly specifier: string; readonly program: string }>> =
  Object.fromEntries(
    vendors.map((vendor) => [
      vendor,
      { specifier: `@plumbline/${vendor}`, program: readVendor(vendor).smallest.program.join('\n') },
    ]),
  );
