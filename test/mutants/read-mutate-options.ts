import { parseArgs } from 'node:util';
import { vendors } from '@plumbline/repository/repository';
import { operators } from './operators.ts';

/** The options of `npm run mutate`. */
export interface Options {
  readonly vendors: readonly string[];
  readonly operators: readonly string[];
  /** The ids of mutants; empty for all. */
  readonly mutants: readonly string[];
  readonly json: boolean;
}

/**
 * Reads the command line.
 *
 * @throws {Error} When a vendor or an operator does not exist. The message names those that do.
 */
export function readOptions(parameters: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      operator: { type: 'string', multiple: true, default: [] },
      mutant: { type: 'string', multiple: true, default: [] },
    },
  });
  for (const name of positionals) demand(name, 'vendor', vendors);
  for (const name of values.operator)
    demand(
      name,
      'operator',
      operators.map((operator) => operator.name),
    );
  return {
    vendors: positionals.length > 0 ? vendors.filter((name) => positionals.includes(name)) : vendors,
    operators: values.operator,
    mutants: values.mutant,
    json: values.json,
  };
}

function demand(name: string, kind: string, known: readonly string[]): void {
  if (!known.includes(name)) throw new Error(`There is no ${kind} ${name}. There are ${known.join(', ')}.`);
}
