/** The source of Node's own `fetch` is what the runtime expects. If Node changes it, this fails, while clients only become slower. */
import { expectEqual } from './expect-equal.ts';

const source = Function.prototype.toString.call(fetch);
expectEqual(
  `The source of fetch, ${source.slice(0, 80)}`,
  /^(async )?function fetch\(input, init = undefined\)/.test(source),
  true,
);

// The source of replacements by interceptors and frameworks must differ.
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
