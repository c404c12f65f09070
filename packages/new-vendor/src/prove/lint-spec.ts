import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Document } from '@plumbline/spec-tools/document/document';
import { valueAt } from '@plumbline/spec-tools/document/pointer';
import { runRedocly } from '@plumbline/spec-tools/lint/run-redocly';
import { fillTemplate } from '../fill-template.ts';
import { type LeftOut, type Notes, noNotes, Refusal } from '../notes.ts';
import { referencesIn } from '../read/document-grammar.ts';
import { keysIn, methods, type Node, nodeAt } from '../read/source.ts';

type Place = Pick<LeftOut, 'method' | 'path'>;

interface Problem {
  readonly ruleId: string;
  readonly severity: 'error' | 'warn';
  readonly message: string;
  readonly location: readonly { readonly pointer?: string }[];
}

/**
 * Lints a spec by the rules of the repository, of which those about style only warn. Returns the operations that break another.
 *
 * @param file The spec, in a folder of its own within the stage.
 * @param notes Receives one line about the rules that warn.
 * @throws {Refusal} When a rule is broken outside of operations.
 */
export async function lintSpec(
  file: string,
  document: Document,
  { goodToKnow }: Pick<Notes, 'goodToKnow'> = noNotes(),
): Promise<LeftOut[]> {
  const folder = dirname(file);
  const config = join(folder, 'redocly.lint.yaml');
  writeFileSync(
    config,
    fillTemplate('spec/redocly.yaml', {}).replace('../../redocly.yaml', join(root, 'redocly.yaml')),
  );
  const { output } = await runRedocly(
    ['lint', file, '--config', config, '--format=json', '--max-problems=100000'],
    folder,
  );
  const { problems } = readReport(output);
  const warnings = new Map<string, number>();
  for (const { ruleId, severity } of problems)
    if (severity === 'warn') warnings.set(ruleId, (warnings.get(ruleId) ?? 0) + 1);
  if (warnings.size > 0) {
    const rules = [...warnings].map(([rule, count]) => `${rule} (${count === 1 ? 'once' : `${count} times`})`);
    goodToKnow.push(
      `The API does not follow our style: \`redocly.yaml\` of the spec makes these lint rules warn only: ${rules.join(', ')}.`,
    );
  }
  const errors = problems.filter(({ severity }) => severity === 'error');
  const reached = new Map<string, Place[]>();
  const reach = (component: string): Place[] => {
    const known = reached.get(component) ?? operationsThatReach(component, document as unknown as Node);
    reached.set(component, known);
    return known;
  };
  return errors.flatMap((problem) => operationsOf(problem, document, reach));
}

/** The operations that a problem concerns: its own, or those that reach its component. */
function operationsOf(
  { ruleId, message, location }: Problem,
  document: Document,
  reach: (component: string) => Place[],
): LeftOut[] {
  const pointer = location[0]?.pointer ?? '';
  const [first = '', path = '', method = ''] = keysIn(pointer);
  const item = Object(valueAt(document, '/paths'))[path];
  const reason = `It breaks the lint rule ${ruleId}: ${message}`;
  if (first === 'paths' && item) {
    const isMethod = method in item && methods.includes(method as never);
    const concerned = isMethod ? [method] : methods.filter((one) => item[one]);
    return concerned.map((one) => ({ method: one, path, reason }));
  }
  const concerned = first === 'components' ? reach(`#/components/${path}/${method}`) : [];
  if (concerned.length === 0) throw new Refusal(`The spec breaks a rule at ${pointer}: ${message}`);
  return concerned.map((one) => ({ ...one, reason }));
}

function operationsThatReach(component: string, document: Node): Place[] {
  const reaches = new Map<string, boolean>();
  const leads = (reference: string): boolean => {
    if (reference === component) return true;
    const known = reaches.get(reference);
    if (known !== undefined) return known;
    // Schemas may form a circle.
    reaches.set(reference, false);
    const [, kind = '', name = ''] = keysIn(reference);
    const part = { components: { [kind]: { [name]: nodeAt(document, reference) } } };
    const found = [...referencesIn(part)].some(leads);
    reaches.set(reference, found);
    return found;
  };
  return Object.entries<Node>(document.paths).flatMap(([path, item]) =>
    methods
      .filter(
        (method) => item[method] && [...referencesIn({ paths: { [path]: { [method]: item[method] } } })].some(leads),
      )
      .map((method) => ({ method, path })),
  );
}

/** Redocly prints its report between other lines. */
function readReport(output: string): { readonly problems: readonly Problem[] } {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch (cause) {
    throw new Error(`Redocly could not lint the spec:\n${output}`, { cause });
  }
}
