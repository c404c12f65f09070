/** The sandbox and the mock of a document accept the credentials of its client, in every place and combination. */
import { rmSync } from 'node:fs';
import { createSandbox } from '@plumbline/sandbox';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { exampleInput } from '@plumbline/spec-tools/generate/example-input';
import { startMock } from '@plumbline/spec-tools/mock/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltCase, buildCases, createStage } from './build-cases.ts';
import { credentialCombinationCases } from './cases/credential-combinations.ts';
import { credentialCases } from './cases/credentials.ts';
import { optionalCredentialCases } from './cases/optional-credentials.ts';
import { serverVariableCases } from './cases/server-variables.ts';
import { serverCases } from './cases/servers.ts';
import { singleCredentialCases } from './cases/single-credentials.ts';
import type { AnyClient } from './document-case.ts';

const cases = [
  ...credentialCases,
  ...singleCredentialCases,
  ...credentialCombinationCases,
  ...optionalCredentialCases,
  ...serverCases,
  ...serverVariableCases,
];
const stage = createStage();
let built: ReadonlyMap<string, BuiltCase>;
beforeAll(async () => {
  built = await buildCases(stage, cases);
}, 600_000);
afterAll(() => rmSync(stage, { recursive: true, force: true }));

/** The statuses of the vendor's own operations: those that do not issue tokens. */
async function statusesOf(document: Document, client: AnyClient): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {};
  for (const operation of operationsOf(document).filter(({ id }) => id !== 'auth/createToken')) {
    const method = operation.id.split('/').reduce((node, name) => node[name], client);
    ({ status: statuses[operation.id] = 0 } = await method(exampleInput(document, operation)).result());
  }
  return statuses;
}

describe.each(cases)('the credentials of $vendor', ({ vendor }) => {
  it('the sandbox accepts the credentials that it issues, at every server', async () => {
    const { written, create } = built.get(vendor) as BuiltCase;
    const document = written.document as unknown as Document;
    const sandbox = createSandbox(written.document);
    const client = create({ ...sandbox.credentials, fetch: sandbox.fetch });
    expect(new Set(Object.values(await statusesOf(document, client)))).toEqual(new Set([200]));
  });

  it('the mock accepts the credentials of the sandbox', async () => {
    const { written, create } = built.get(vendor) as BuiltCase;
    const document = written.document as unknown as Document;
    const { credentials } = createSandbox(written.document);
    const mock = await startMock(document);
    try {
      const isElsewhere = operationsOf(document).some(({ id, server }) => id === 'auth/createToken' && server);
      const tokenUrl = isElsewhere && { tokenUrl: `${mock.url}/oauth2/token` };
      const client = create({ ...credentials, ...tokenUrl, baseUrl: mock.url });
      expect(new Set(Object.values(await statusesOf(document, client)))).toEqual(new Set([200]));
    } finally {
      await mock.close();
    }
  });
});
