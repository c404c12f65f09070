import type { HeapFigures } from '../heap/measure.ts';
import { table } from './table.ts';

/** Writes the heap of a waiting call, the lowest first. */
export function reportHeap({ heap, calls }: HeapFigures): string {
  const rows = heap
    .toSorted((one, other) => one.bytes - other.bytes)
    .map(({ name, bytes, ratio }) => [name, kibibytes(bytes), ratio.toFixed(2)]);
  return `${table(['client', 'heap, KiB', 'multiple of `fetch`'], rows)}

With ${calls.toLocaleString('en')} calls waiting.`;
}

/** Formats bytes in KiB, without the unit. */
export const kibibytes = (bytes: number): string => (bytes / 1024).toFixed(1);
