import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { startMock } from '@plumbline/spec-tools/mock/mock-server';

/** A vendor whose real addresses lead to a mock, for what runs meanwhile. */
export interface VendorAtHome {
  /** Runs something while `fetch` leads to the mock. */
  run(program: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Starts a mock of a vendor. Its lists have one page, and then end: Prism would answer each with the same one. */
export async function openVendor(vendor: string): Promise<VendorAtHome> {
  const document = readSpec(vendor);
  const mock = await startMock(vendor);
  const prefix = new URL(document.servers[0]?.url.replace(/\{.+?\}/g, 'any') ?? '').pathname.replace(/\/$/, '');
  const lists = operationsOf(document).filter(({ object }) => object['x-pagination']);
  const isList = (path: string) =>
    lists.some((list) => new RegExp(`^${list.path.replace(/\{.+?\}/g, '[^/]+')}$`).test(path));

  return {
    run: async (program) => {
      const platform = globalThis.fetch;
      const pages = new Set<string>();
      globalThis.fetch = async (address, init = {}) => {
        const url = new URL(String(address));
        const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : url.pathname;
        const headers = new Headers(init.headers);
        const isNextPage = [...url.searchParams].some(
          ([name, value]) => /^(page|from)$/.test(name) && Number(value) > 1,
        );
        if (isList(path) && isNextPage && pages.has(path)) headers.set('Prefer', 'example=empty');
        pages.add(path);
        return platform(`${mock.url}${path}${url.search}`, { ...init, headers });
      };
      try {
        await program();
      } finally {
        globalThis.fetch = platform;
      }
    },
    close: () => mock.close(),
  };
}
