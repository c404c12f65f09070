import { threshold } from '../../mutants/score.ts';
import type { Coverage, Mutants } from './coverage.ts';
import { type Kind, kinds } from './kind.ts';

/** Why something of a kind is not reached, by its name. Only parameters and properties may have a reason. */
export type Reasons = Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>>;

const excusable: readonly Kind[] = ['parameters', 'requestProperties', 'responseProperties'];

/** The gates that the coverage of a vendor does not pass, each with what to do. */
export function brokenGates(vendor: string, coverage: Coverage, reasons: Reasons): string[] {
  const broken: string[] = [];
  for (const kind of kinds) {
    const { missing } = coverage[kind];
    const given = reasons[kind] ?? {};
    const remedy = excusable.includes(kind)
      ? 'Send it in a check, or give its reason in test/contract/coverage/unreached.json.'
      : 'Add a check.';
    for (const name of missing) {
      if (!excusable.includes(kind) || !given[name])
        broken.push(`${vendor}: no test reaches ${name} (${kind}). ${remedy}`);
    }
    for (const name of Object.keys(given)) {
      if (!missing.includes(name) || !excusable.includes(kind)) {
        broken.push(
          `${vendor}: ${name} (${kind}) has a reason and needs none. Remove it from test/contract/coverage/unreached.json.`,
        );
      }
    }
  }
  if (coverage.mutants) broken.push(...brokenMutants(vendor, coverage.mutants));
  for (const finding of coverage.drift) broken.push(`${vendor}: redocly drift: ${finding}`);
  return broken;
}

function brokenMutants(vendor: string, { mutants, killed, stale }: Mutants): string[] {
  if (stale) {
    return [
      `${vendor}: its mutants were run on another spec. Run \`npm run spec -- ${vendor}\`, and commit what it writes.`,
    ];
  }
  if (killed >= mutants * threshold) return [];
  return [`${vendor}: ${killed} of ${mutants} mutants are killed, and ${threshold * 100} % must be.`];
}
