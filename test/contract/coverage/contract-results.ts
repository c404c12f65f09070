import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vendors } from '@plumbline/repository/repository';
import type { Coverage } from './coverage.ts';
import type { Reasons } from './gates.ts';

/** The part of a vendor's coverage that is the same on every machine, with the reasons for what is not reached. */
export interface ContractResult extends Omit<Coverage, 'exchanges' | 'mutants'> {
  readonly reasons: Reasons;
}

/** contract/RESULTS.json: the documentation shows it, and is built without running the tests. */
export type ContractResults = Readonly<Record<string, ContractResult>>;

export const contractResultsPath: string = join(import.meta.dirname, '..', 'RESULTS.json');

export function readContractResults(): ContractResults {
  return JSON.parse(readFileSync(contractResultsPath, 'utf8'));
}

/** Reads `unreached.json`: by vendor, why tests do not reach something. */
export function readReasons(): Readonly<Record<string, Reasons>> {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'unreached.json'), 'utf8'));
}

/** What contract/RESULTS.json has of a vendor's coverage. */
export function contractResultOf({ exchanges, mutants, ...lasting }: Coverage, reasons: Reasons = {}): ContractResult {
  return { ...lasting, reasons };
}

/** contract/RESULTS.json with the results of some vendors replaced. */
export function contractResultsText(before: ContractResults, changed: ContractResults): string {
  const all = { ...before, ...changed };
  const present = vendors.flatMap((vendor) => (all[vendor] ? [[vendor, all[vendor]] as const] : []));
  return `${JSON.stringify(Object.fromEntries(present), null, 2)}\n`;
}
