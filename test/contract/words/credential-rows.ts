import type { Document, Operation } from '@plumbline/scripts/spec';
import { resolve } from '@plumbline/scripts/spec';
import type { Check } from '../check.ts';
import { assertFollowed } from './assert-followed.ts';
import { operationIn } from './operation-in.ts';
import { operationsIn, readTables, sectionOf } from './words.ts';

interface SecurityScheme {
  readonly type: string;
  readonly name?: string;
}

/** Each operation takes the alternatives of credentials that the vendor names for it, and no others. */
export function credentialChecks(vendor: string): Check[] {
  return readTables(vendor, 'credentials').flatMap((table) =>
    operationsIn(vendor, table).map((operation) => ({
      name: `${operation} takes the credentials that it is printed with (${sectionOf(table.source)})`,
      operation,
      run: async ({ document }) => {
        const printed = table.rows.map(({ headers, scopes = [] }) => ({ headers, scopes }));
        const found = alternativesOf(document, operationIn(document, operation));
        assertFollowed({}, 'credentials', sorted(found), sorted(printed));
      },
    })),
  );
}

function alternativesOf(document: Document, { object }: Operation): object[] {
  const { securitySchemes } = (
    document as unknown as { components: { securitySchemes: Record<string, SecurityScheme> } }
  ).components;
  return (object.security ?? []).map((alternative) => ({
    headers: Object.keys(alternative).map((name) =>
      headerOf(resolve(document, securitySchemes[name] as SecurityScheme)),
    ),
    scopes: Object.values(alternative).flat(),
  }));
}

function headerOf({ type, name }: SecurityScheme): string {
  return type === 'apiKey' ? String(name) : 'Authorization: Bearer';
}

function sorted(alternatives: readonly object[]): string[] {
  return alternatives.map((alternative) => JSON.stringify(alternative)).sort();
}
