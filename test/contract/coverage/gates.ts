import { threshold } from '../../mutants/score.ts';
import type { Coverage, Mutants } from './coverage.ts';
import { type Kind, kinds } from './kind.ts';

/** Why something of a kind is not reached, by its name. Only parameters and properties may have a reason. */
export type Reasons = Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>>;

const excusable: readonly Kind[] = ['parameters', 'requestProperties', 'responseProperties'];

/** Which gates the coverage of a vendor does not pass, each with what to do. */
export function brokenGates(vendor: string, coverage: Coverage, reasons: Reasons): string[] {
  const broken: string[] = [];
  for (const kind of kinds) {
    const { missing } = coverage[kind];
    const given = reasons[kind] ?? {};
    const remedy = excusable.includes(kind)
      ? 'Send it in a check, or give its reason in unreached.json.'
      : 'Add a check.';
    for (const name of missing) {
      if (!excusable.includes(kind) || !given[name])
        broken.push(`${vendor}: no test reaches ${name} (${kind}). ${remedy}`);
    }
    for (const name of Object.keys(given)) {
      if (!missing.includes(name) || !excusable.includes(kind)) {
        broken.push(`${vendor}: ${name} (${kind}) has a reason and needs none. Take it out of unreached.json.`);
      }
    }
  }
  if (coverage.mutants) broken.push(...brokenMutants(coverage.mutants).map((what) => `${vendor}: ${what}`));
  for (const finding of coverage.drift) broken.push(`${vendor}: redocly drift: ${finding}`);
  return broken;
}

function brokenMutants({ mutants, killed, stale }: Mutants): string[] {
  if (stale) {
    return ['its mutants were measured on another bundle. Run `npm run mutate`, and commit test/mutants/RESULTS.json.'];
  }
  if (killed >= mutants * threshold) return [];
  return [`${killed} of ${mutants} mutants are killed, and ${threshold * 100} % must be.`];
}
