import type { Ratio } from './cpu/ratios.ts';
import type { Heap } from './heap/measure.ts';

/** How many cases a client passes, how many more with what it offers, and how many apply to it. */
export interface CaseCount {
  readonly name: string;
  readonly passed: number;
  readonly optIn: number;
  readonly applicable: number;
}

/** What a client and one call weigh in a bundle, in bytes, and the CPU of its import, in milliseconds. */
export interface Weight {
  readonly name: string;
  readonly minified: number;
  readonly gzip: number;
  readonly importTime: number;
}

/** The figures that budgets refer to. A run of a part has some of them. */
export interface Measured {
  readonly cpu?: { readonly ratios: readonly Ratio[] };
  readonly heap?: readonly Heap[];
  readonly weights?: readonly Weight[];
}

/** The figures of one run, as RESULTS.json has them. */
export interface Figures extends Required<Measured> {
  readonly date: string;
  readonly machine: string;
  readonly cases: readonly CaseCount[];
  readonly cpu: { readonly rounds: number; readonly ratios: readonly Ratio[] };
}
