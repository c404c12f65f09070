/** What an editor shows of every operation of every vendor: names, and no type that a reader must compute. */
import { vendors } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';
import { operationsOf, resolve } from '../document/document.ts';
import { readSpec } from '../document/read-spec.ts';
import { callTypesOf } from './call-types.ts';
import { exampleInput, inputSource } from './example-input.ts';
import { languageServiceOf } from './language-service.ts';
import { requestMediaTypeOf } from './media-types.ts';
import { clientsOf, operationsIn } from './operation-tree.ts';
import { typeNamesOf } from './type-names.ts';

const cases = vendors.flatMap((vendor) => {
  const document = readSpec(vendor);
  const names = typeNamesOf(vendor, document);
  return clientsOf(vendor, document, operationsOf(document)).flatMap(({ name: client, tree }) =>
    operationsIn(tree).map((operation) => {
      const { body } = operation;
      const schema = body && resolve(document, body.content[requestMediaTypeOf(body)]?.schema ?? {});
      return {
        vendor,
        client,
        method: `the${client}.${operation.id.replaceAll('/', '.')}`,
        input: inputSource(exampleInput(document, operation)),
        types: callTypesOf(document, operation, names),
        /** Whether its parameters may have any other name. */
        isOpen: (schema as { additionalProperties?: unknown } | undefined)?.additionalProperties === true,
      };
    }),
  );
});
type Case = (typeof cases)[number];

const clients = new Map(cases.map(({ client, vendor }) => [client, vendor]));
const head = [...clients].map(
  ([client, vendor]) =>
    `import type { ${client} } from '@plumbline/${vendor}';\ndeclare const the${client}: ${client};\n`,
);

/** A program with a line for each operation, as one language service reads it. */
function programOf(lineOf: (one: Case) => string) {
  const lines = cases.map((one) => `{ ${lineOf(one)} }\n`);
  const text = [...head, ...lines, 'export {};\n'].join('');
  const service = languageServiceOf(text);
  const first = head.join('').split('\n').length - 1;
  return {
    errors: service.errors().map(({ line, message }) => ({ ...cases[line - first], message })),
    /** What an editor shows at the comment after a name, in the line of an operation. */
    hover: (index: number, comment: string) => {
      const start = text.indexOf(lines[index] as string);
      return service.hoverAt(text.indexOf(`/*${comment}*/`, start)).signature.replace(/\s+/g, ' ');
    },
  };
}

const program = programOf(({ method, input, types: { item } }) => {
  const loop = item ? 'for await (const item/*item*/ of call) console.log(item);' : '';
  return `const call = ${method}/*method*/(${input}); const body/*body*/ = await call; call.result/*result*/(); ${loop}`;
});
const byOperation = cases.map((one, index) => [one.method, one.types, index] as const);

it('a call of every operation with its example compiles', () => {
  expect(program.errors).toEqual([]);
});

it.each(byOperation)('an editor shows the signature of %s in names', (_, types, index) => {
  const { params = 'Record<string, never>', response, result, item } = types;
  // The media type is chosen in this call.
  const chosen = (name: string) => name.replace('<Media>', '<"application/json">');
  const signature = program.hover(index, 'method');
  expect(signature).toContain(`: ${params}, `);
  expect(signature).toContain(item ? `PagedCall<${response}, ${item}, ${result}>` : `Call<`);
  expect(signature).toContain(chosen(result));
  expect(signature).not.toMatch(/operations\[|\{ parameters|Simplify|Flat/);
  expect(program.hover(index, 'result')).toContain(`Promise<${chosen(result)}>`);
});

it.each(byOperation)('an editor shows the name of what %s resolves with, and of its items', (_, types, index) => {
  const { response, item } = types;
  if (!response.endsWith('<Media>')) expect(program.hover(index, 'body')).toBe(`const body: ${response}`);
  if (item) expect(program.hover(index, 'item')).toBe(`const item: ${item}`);
});

it('the error of a parameter that does not exist names the type of the parameters, for every operation', () => {
  const { errors } = programOf(({ method }) => `${method}({ nonsense: 1 });`);
  const silent = cases.filter(({ types: { params = "'never'" }, method }) => {
    const message = errors.find((error) => error.method === method)?.message ?? '';
    return !message.includes(params);
  });
  expect(silent).toEqual(cases.filter(({ isOpen }) => isOpen));
});

it('the error of a field in the wrong place names the schema that it is in', () => {
  const { errors } = programOf(({ method }) =>
    method === 'theMagicBell.notifications.create'
      ? `${method}({ notification: { title: 'Hello', recipients: [], topicc: 't' } });`
      : '',
  );
  expect(errors.map(({ message }) => message)).toEqual([
    expect.stringContaining("'topicc' does not exist in type 'NotificationInput'"),
  ]);
});
