import { dirname, join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Document } from '@plumbline/spec-tools/document/document';
import { valueAt } from '@plumbline/spec-tools/document/pointer';
import { runRedocly } from '@plumbline/spec-tools/lint/run-redocly';
import { type LeftOut, Refusal } from '../notes.ts';
import { keysIn, methods } from '../read/source.ts';

interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly pointer?: string }[];
}

/**
 * Lints a spec by the rules of the repository. Returns the operations that break one.
 *
 * @throws {Refusal} When a rule is broken outside of operations.
 */
export async function lintSpec(file: string, document: Document): Promise<LeftOut[]> {
  const config = join(root, 'redocly.yaml');
  const { output } = await runRedocly(
    ['lint', file, '--config', config, '--format=json', '--max-problems=10000'],
    dirname(file),
  );
  const { problems } = readReport(output);
  return problems.flatMap(({ ruleId, message, location }) => {
    const [first, path = '', method = ''] = keysIn(location[0]?.pointer ?? '');
    const item = Object(valueAt(document, `/paths`))[path];
    if (first !== 'paths' || !item) throw new Refusal(`The spec breaks a rule at ${location[0]?.pointer}: ${message}`);
    const concerned =
      method in item && methods.includes(method as never) ? [method] : methods.filter((one) => item[one]);
    return concerned.map((one) => ({ method: one, path, reason: `It breaks the lint rule ${ruleId}: ${message}` }));
  });
}

/** Redocly prints its report between other lines. */
function readReport(output: string): { readonly problems: readonly Problem[] } {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch (cause) {
    throw new Error(`Redocly could not lint the spec:\n${output}`, { cause });
  }
}
