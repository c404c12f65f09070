import { keysOf } from '@plumbline/spec-tools/document/pointer';
import { stringify } from 'yaml';
import type { Report } from './report.ts';

/** Writes a report for a terminal. */
export function formatText(report: Report): string {
  const { differences, notJudged, notes } = report;
  const patch = patchLines(report);
  const sections = [
    summary(report),
    differences.map(({ bump, operation, place, pointer, says, count }) =>
      `${bump}  ${operation}  ${join(place, pointer)}: ${says}${times(count)}`.trimEnd(),
    ),
    patch.length > 0 ? ['The spec that accepts this:', ...patch] : [],
    notJudged.length > 0 ? ['Not judged:', ...notJudged.map(({ operation, why }) => `  ${operation}: ${why}`)] : [],
    notes.length > 0 ? ['Notes:', ...notes.map((note) => `  ${note}`)] : [],
  ];
  return `${sections
    .map((lines) => [lines].flat().join('\n'))
    .filter((text) => text !== '')
    .join('\n\n')}\n`;
}

/** Writes a report as Markdown, for an issue. */
export function formatMarkdown(report: Report): string {
  const { differences, notJudged, notes } = report;
  const rows = differences.map(
    ({ bump, operation, place, pointer, says, count }) =>
      `| ${bump} | \`${operation}\` | ${join(place, pointer && `\`${pointer}\``)} | ${says}${times(count)} |`,
  );
  const patch = patchLines(report);
  const table = ['| bump | operation | place | what differs |', '|---|---|---|---|', ...rows];
  const sections = [
    summary(report),
    rows.length > 0 ? table : [],
    patch.length > 0 ? ['### The spec that accepts this', '', '```diff', ...patch, '```'] : [],
    notJudged.length > 0 ? ['### Not judged', '', ...notJudged.map((one) => `- \`${one.operation}\`: ${one.why}`)] : [],
    notes.length > 0 ? ['### Notes', '', ...notes.map((note) => `- ${note}`)] : [],
  ];
  return `${sections
    .map((lines) => [lines].flat().join('\n'))
    .filter((text) => text !== '')
    .join('\n\n')}\n`;
}

function summary({ vendor, version, answers, differences, bump }: Report): string {
  const judged = `${count(answers, 'answer')} of ${vendor} judged by its spec ${version}`;
  if (differences.length === 0) return `${judged}: no difference.`;
  return `${judged}: ${count(differences.length, 'difference')}. A spec that accepts them is a ${bump} change.`;
}

/** The patch as lines of YAML that go and come, each place with the file that holds it. */
function patchLines({ patch }: Report): string[] {
  return patch.flatMap(({ path, value, before, source }) => {
    const key = keysOf(path).at(-1) ?? '';
    const lines = (sign: string, node: unknown) =>
      node === undefined
        ? []
        : stringify(key === '-' ? [node] : { [key]: node }, { lineWidth: 0 })
            .trimEnd()
            .split('\n')
            .map((line) => `${sign} ${line}`);
    const where = source ? `${source.file}:${source.line}` : 'dist/openapi.json';
    return [`@@ ${where} ${path} @@`, ...lines('-', before), ...lines('+', value)];
  });
}

function join(place: string, pointer: string): string {
  return pointer ? `${place} ${pointer}` : place;
}

function times(amount: number): string {
  return amount > 1 ? ` (${amount} times)` : '';
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
