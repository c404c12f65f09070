import { vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { describe, expect, it } from 'vitest';
import { fill } from './fill.ts';
import { readSchema } from './read-schema.ts';
import { variationsOf } from './variations.ts';

const limits = /^(enum|const|minimum|maximum|maxLength|pattern|format|maxItems)$/;

const bodiesOf = (vendor: string) =>
  operationsOf(readSpec(vendor)).flatMap(({ id, body }) =>
    Object.entries(body?.content ?? {}).map(([mediaType, media]) => ({ id, mediaType, media })),
  );

describe.each(vendors.filter((vendor) => bodiesOf(vendor).length > 0))('%s', (vendor) => {
  const document = readSpec(vendor);
  const bodies = bodiesOf(vendor);

  it.each(bodies)('each limit in the $mediaType schema of $id refuses a value', ({ mediaType, media }) => {
    const schema = readSchema(document, media.schema);
    const base = fill(schema, Object.values(media.examples ?? {})[0]?.value);
    const refused = new Map<string, boolean>();
    for (const { path, keyword, valid } of variationsOf(schema, base, mediaType.endsWith('json') ? 'json' : 'text')) {
      const limit = `${path} ${keyword}`;
      if (limits.test(keyword)) refused.set(limit, !valid || refused.get(limit) === true);
    }
    expect([...refused].filter(([, refuses]) => !refuses)).toEqual([]);
  });
});
