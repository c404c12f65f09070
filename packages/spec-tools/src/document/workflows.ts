import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { parse } from 'yaml';

interface Arazzo {
  readonly workflows: readonly { readonly workflowId: string; readonly 'x-answers': readonly string[] }[];
}

/** The workflows of a vendor. */
export function workflowsPath(vendor: string): string {
  return join(root, 'specs', vendor, 'workflows.arazzo.yaml');
}

/** What each workflow of a vendor says of itself: the steps that are sent, in their order, each with the status that it is answered with. */
export function answersOf(vendor: string): Readonly<Record<string, readonly string[]>> {
  const { workflows }: Arazzo = parse(readFileSync(workflowsPath(vendor), 'utf8'));
  return Object.fromEntries(workflows.map((workflow) => [workflow.workflowId, workflow['x-answers']]));
}
