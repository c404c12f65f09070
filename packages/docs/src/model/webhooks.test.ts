import { documentOf } from '@plumbline/spec-tools/document/small-document';
import { expect, it } from 'vitest';
import type { DescribedDocument } from './spec-node.ts';
import { listWebhooks } from './webhooks.ts';

const post = { summary: 'A file is ready', description: 'Sent once.' };
const body = (schema: object) => ({ requestBody: { content: { 'application/json': { schema } } } });

it('listWebhooks lists what a vendor sends, with the type of the body', () => {
  const webhooks = {
    fileReady: { post: { ...post, ...body({ $ref: '#/components/schemas/FileReadyWebhook' }) } },
    ping: { post },
  };
  expect(listWebhooks(documentOf({}, { webhooks }) as DescribedDocument)).toEqual([
    { name: 'fileReady', ...post, type: 'FileReadyWebhook' },
    { name: 'ping', ...post, type: undefined },
  ]);
});

it('listWebhooks is empty for a vendor that sends nothing', () => {
  expect(listWebhooks(documentOf({}) as DescribedDocument)).toEqual([]);
});
