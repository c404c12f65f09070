import type { Peer, PeerResult } from './measure-peers.ts';
import type { Measured, ProgramRun } from './measured.ts';

/** A document of the corpus and its result. */
export interface CorpusRow {
  readonly name: string;
  readonly measured: Measured;
  readonly run: ProgramRun;
  readonly peers: readonly PeerResult[];
}

/** The head of the table. Each of the other generators has two columns. */
export function describeHead(peers: readonly Peer[]): string[] {
  const own = ['operations', 'methods', 'with credentials', 'left open', 'CPU s', 'peak MB'];
  const others = peers.flatMap(({ name, version }) => [`${name} ${version}`, 'CPU s']);
  return [
    `| ${['document', ...own, ...others].join(' | ')} |`,
    `|---|${[...own, ...others].map(() => '---:|').join('')}`,
  ];
}

/** One line of the table. */
export function describeRow({ name, measured, run, peers }: CorpusRow): string {
  const { operations, methods, withCredentials } = measured;
  const others = peers.flatMap((peer) => [
    peer.failed ? 'fails' : (peer.functions ?? 'ok'),
    peer.run.seconds.toFixed(1),
  ]);
  const used = [run.seconds.toFixed(1), run.megabytes.toFixed(0)];
  return `| ${[name, operations, methods, withCredentials, openIn(measured), ...used, ...others].join(' | ')} |`;
}

/** The sums, the reasons by the operations that they cost, and what was left open. Names in a reason do not make it another. */
export function describeTotals(rows: readonly CorpusRow[], peers: readonly Peer[]): string[] {
  const sum = (of: (one: Measured) => number) => rows.reduce((total, { measured }) => total + of(measured), 0);
  const operations = sum((one) => one.operations);
  const share = (count: number) => `${count} (${((100 * count) / Math.max(operations, 1)).toFixed(1)} %)`;
  const reasons = countKinds(rows, ({ reasons }) => reasons);
  const open = countKinds(rows, ({ open }) => open);
  const refused = rows.filter(({ measured }) => measured.refused !== undefined);
  const secured = sum((one) => one.secured);
  return [
    '',
    `${rows.length} documents, ${operations} operations, ${share(sum((one) => one.methods))} methods, ${share(sum((one) => one.withCredentials))} with their credentials (${secured} ask for some).`,
    ...peers.map(({ name }, index) => describePeer(name, rows, index)),
    ...(reasons.length > 0 ? ['', 'Left out:', ...reasons] : []),
    ...refused.map(({ name, measured }) => `refused: ${name}: ${measured.refused}`),
    ...(open.length > 0 ? ['', 'Left open:', ...open] : []),
  ];
}

function describePeer(name: string, rows: readonly CorpusRow[], index: number): string {
  const results = rows.flatMap(({ name: document, peers }) => {
    const result = peers[index];
    return result ? [{ document, ...result }] : [];
  });
  const failed = results.filter((one) => one.failed);
  const taken = results.filter((one) => !one.failed);
  const functions = taken.reduce((sum, one) => sum + (one.functions ?? 0), 0);
  const wrote = taken.some((one) => one.functions !== undefined) ? `${functions} functions, ` : '';
  const which = failed.length > 0 ? ` (${failed.map(({ document }) => document).join(', ')})` : '';
  return `${name}: ${wrote}${taken.length} of ${results.length} documents; it fails on ${failed.length}${which}.`;
}

function openIn({ open }: Measured): number {
  return Object.values(open).reduce((sum, count) => sum + count, 0);
}

/** Sums counts by kind, the largest first, each with the first document that has it. */
function countKinds(rows: readonly CorpusRow[], of: (one: Measured) => Readonly<Record<string, number>>): string[] {
  const kinds = new Map<string, { count: number; example: string }>();
  for (const { name, measured } of rows) {
    for (const [text, count] of Object.entries(of(measured))) {
      const kind = text.replace(/`[^`]*`/g, '`…`').replace(/\{[^}]*\}/g, '{…}');
      const known = kinds.get(kind);
      kinds.set(kind, { count: (known?.count ?? 0) + count, example: known?.example ?? `${name}: ${text}` });
    }
  }
  const sorted = [...kinds.values()].sort((one, other) => other.count - one.count);
  return sorted.map(({ count, example }) => `${count} × ${example}`);
}
