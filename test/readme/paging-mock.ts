import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { startMock } from '@plumbline/spec-tools/mock/mock-server';

/** A mock of a vendor that pages: each list has one page, then an empty one. Prism alone returns the same page forever. */
export interface PagingMock {
  /** Runs a program while `fetch` sends its requests to the mock. */
  run(program: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Starts a paging mock of a vendor. */
export async function startPagingMock(vendor: string): Promise<PagingMock> {
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
