import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { parse } from 'yaml';

interface Arazzo {
  readonly workflows: readonly { readonly workflowId: string; readonly 'x-responses': readonly string[] }[];
}

/** The path of a vendor's workflows. */
export function workflowsPath(vendor: string): string {
  return join(root, 'specs', vendor, 'workflows.arazzo.yaml');
}

/** The `x-responses` of each workflow of a vendor: the steps in the order of their requests, each with the status of its response. */
export function expectedResponsesOf(vendor: string): Readonly<Record<string, readonly string[]>> {
  const { workflows }: Arazzo = parse(readFileSync(workflowsPath(vendor), 'utf8'));
  return Object.fromEntries(workflows.map((workflow) => [workflow.workflowId, workflow['x-responses']]));
}
