import type { DocumentCase } from '../document-case.ts';

/** Compares two types, in the types of a case. */
const equal = `
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const same = <A, B>(_: Same<A, B>): void => undefined;
`;

/** A document with one operation, which takes the schema \`In\` and returns the schema \`Out\`. */
export function typesCase(
  vendor: string,
  schemas: string,
  types: string,
  rest: Partial<DocumentCase> & { readonly version?: string } = {},
): DocumentCase {
  const { version = '3.1.0', ...others } = rest;
  const takes = /^ {4}In:/m.test(schemas)
    ? `
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/In' } } } }`
    : '';
  const method = takes ? 'post' : 'get';
  const content = /^ {4}Out:/m.test(schemas)
    ? `, content: { application/json: { schema: { $ref: '#/components/schemas/Out' } } }`
    : '';
  return {
    vendor,
    document: `
openapi: ${version}
info: { title: Acme, version: '1' }
security: [{ user: [] }]
paths:
  /things:
    ${method}:
      operationId: things/run${takes}
      responses: { '200': { description: ok${content} } }
components:
  securitySchemes: { user: { type: http, scheme: bearer } }
  schemas:
${schemas.replace(/^\n/, '').replace(/\s+$/, '')}
`,
    types: equal + types,
    ...others,
  };
}
