import type { DocumentCase } from '../document-case.ts';

/** Operations of vendors' documents that the corpus once left out, by lint or by a call with their examples. */
export const keptOperationCases: readonly DocumentCase[] = [
  {
    vendor: 'kept-operations',
    document: `
openapi: 3.1.0
info: { title: Acme, version: '1' }
paths:
  /events:
    post:
      operationId: events/send
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, properties: { at: { type: string, format: date-time } } }
            example: { at: '2015-07-17T08:42:58.315+0000' }
      responses: { '202': { description: ok }, '400': { description: wrong } }
  /letters:
    get:
      operationId: letters/list
      parameters:
        - { name: send_date, in: query, schema: { anyOf: [{ type: string, format: date-time }, { type: string, format: date }] } }
        - { name: page, in: query, schema: { type: integer } }
        - { name: sort_by, in: query, schema: { type: object, properties: { date_created: { type: string }, send_date: { type: string } } } }
        - { name: pagination.json, in: query, schema: { type: object, properties: { page: { type: integer } } } }
      responses: { '204': { description: ok } }
  /contacts/{id}:
    get:
      operationId: contacts/get
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Contact' } } } } }
  /contacts:
    get:
      operationId: contacts/list
      responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Contact' } } } } } }
  /contacts/{id}/notes:
    post:
      operationId: notes/create
      parameters: [{ name: id, in: path, required: true, example: '123', schema: { type: integer } }]
      responses: { '204': { description: ok } }
  /music:
    get:
      operationId: music/get
      responses: { '200': { description: ok, content: { 'audio/*': { schema: { type: string, format: binary } } } } }
  /scans/{id}:
    get:
      operationId: scans/get
      parameters: [{ name: id, in: path, required: true, schema: { oneOf: [{ type: integer }, { type: string, format: uuid }] }, example: 42 }]
      responses:
        '200': { description: ok, content: { text/plain: { schema: { type: string } } } }
        '202': { description: wait, content: { application/json: { schema: { type: object, properties: { state: { type: string } } } } } }
  /images:
    post:
      operationId: images/upload
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              properties: { public: { type: boolean } }
              oneOf:
                - { type: object, required: [file], properties: { file: { description: The bytes. } } }
                - { type: object, required: [url], properties: { url: { type: string } } }
      responses: { '204': { description: ok } }
  /rules:
    get:
      operationId: rules/list
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                allOf:
                  - { oneOf: [{ $ref: '#/components/schemas/Done' }, { type: object, properties: { result: { type: object } } }] }
                  - { properties: { result: { type: object, required: [id], properties: { id: { type: string } } } } }
        '4XX':
          description: wrong
          content:
            application/json:
              schema: { allOf: [{ oneOf: [{ $ref: '#/components/schemas/Done' }, { $ref: '#/components/schemas/Kept' }] }, { $ref: '#/components/schemas/Failed' }] }
components:
  schemas:
    Contact: { type: object, required: [id], properties: { id: { type: string, example: 5ba682d2 } } }
    Done: { type: object, required: [result], properties: { success: { type: boolean, enum: [true] }, result: { type: object } } }
    Kept: { type: object, required: [result], properties: { success: { type: boolean, enum: [true] }, result: { type: array, items: { type: string } } } }
    Failed: { type: object, required: [success, result], properties: { success: { type: boolean, enum: [false] }, result: { type: 'null' } } }
`,
    leftOpen: [
      'examples that do not fit their schema',
      'are parameters, too',
      'unions of forms and multipart bodies',
      'bodies whose schema no example fits',
    ],
    exchanges: [
      {
        name: 'a client sends a name of an exploded object that is a parameter, too, only as the parameter',
        call: ({ letters }) => letters.list({ send_date: '2026-11-28', page: 2, sort_by: { date_created: 'asc' } }),
        sends: { url: 'https://api.acme.test/letters?send_date=2026-11-28&page=2&date_created=asc' },
      },
    ],
    types: `export const input: api.LettersListParams = { page: 1, sort_by: { date_created: 'asc' } };
// @ts-expect-error the parameter is only a copy of \`page\`
export const copy: api.LettersListParams = { 'pagination.json': { page: 1 } };`,
  },
];
