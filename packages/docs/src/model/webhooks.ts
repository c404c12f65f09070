import { type Reference, resolve } from '@plumbline/spec-tools/document/document';
import type { DescribedBody, DescribedDocument } from './spec-node.ts';

/** A request that a vendor sends. */
export interface Webhook {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  /** The exported type of its body. Undefined if it has none. */
  readonly type: string | undefined;
}

interface SentOperation {
  readonly summary: string;
  readonly description: string;
  readonly requestBody?: DescribedBody | Reference;
}

/** Lists the requests that a vendor sends, as its spec declares them (`webhooks`). */
export function listWebhooks(document: DescribedDocument): Webhook[] {
  const webhooks: Readonly<Record<string, { readonly post?: SentOperation }>> = document.webhooks ?? {};
  return Object.entries(webhooks).flatMap(([name, { post }]) => {
    if (!post) return [];
    const body = post.requestBody && resolve<DescribedBody>(document, post.requestBody);
    const schema = Object.values(body?.content ?? {})[0]?.schema;
    const type = schema && '$ref' in schema ? schema.$ref.split('/').at(-1) : undefined;
    return [{ name, summary: post.summary, description: post.description, type }];
  });
}
