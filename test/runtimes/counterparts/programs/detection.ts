/** Node's own `fetch` reads as the runtime expects: a Node that rewords it fails here, where clients would only be slower. */
import { expectEqual } from './expect-equal.ts';

const source = Function.prototype.toString.call(fetch);
expectEqual(
  `The source of fetch, which begins ${source.slice(0, 80)}`,
  /^(async )?function fetch\(input, init = undefined\)/.test(source),
  true,
);

// Replacements, as interceptors and frameworks make them, must read differently.
const replacements = [
  new Proxy(fetch, {}),
  fetch.bind(globalThis),
  async function fetch() {},
  (...parameters: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...parameters),
];
for (const replacement of replacements) {
  const text = Function.prototype.toString.call(replacement);
  const known = /^(async )?function fetch\(input, init = undefined\)/.test(text);
  expectEqual(`The source of a replacement, ${text.slice(0, 40)}`, known, false);
}
