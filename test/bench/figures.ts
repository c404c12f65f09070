import type { Ratio } from './cpu/ratios.ts';
import type { FleetCost } from './fleet/measure.ts';
import type { Heap } from './heap/measure.ts';
import type { SandboxCost } from './sandbox/measure.ts';

/** The number of cases that a client passes by default, that it passes only with options, and that apply to it. */
export interface CaseCount {
  readonly name: string;
  readonly passed: number;
  readonly optIn: number;
  readonly applicable: number;
}

/** Size of a bundle with a client and one call, in bytes, and CPU of its import, in milliseconds. */
export interface Weight {
  readonly name: string;
  readonly minified: number;
  readonly gzip: number;
  readonly importTime: number;
}

/** The figures that budgets refer to. A run of one part has only some. */
export interface Measured {
  readonly cpu?: { readonly ratios: readonly Ratio[] };
  readonly heap?: readonly Heap[];
  readonly weights?: readonly Weight[];
  readonly sandbox?: readonly SandboxCost[];
  readonly fleet?: readonly FleetCost[];
}

/** The figures of a run, as in RESULTS.json. */
export interface Figures extends Required<Measured> {
  readonly date: string;
  readonly machine: string;
  /** The date of the cases, which may be run without the measurements. */
  readonly casesDate: string;
  readonly cases: readonly CaseCount[];
  readonly cpu: { readonly rounds: number; readonly ratios: readonly Ratio[] };
}
