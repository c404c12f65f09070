/** Names of clients for measurements and budgets, in a file that loads no client. */
export const names = {
  plumbline: 'Plumbline',
  plumblineEveryPolicy: 'Plumbline, every policy',
  plumblineFetch: 'Plumbline, over fetch',
  plumblineFetchEveryPolicy: 'Plumbline, over fetch, every policy',
  plumblineUndici: 'Plumbline, undici',
  plumblineUndiciEveryPolicy: 'Plumbline, undici, every policy',
  fetch: 'fetch',
  fetchAgain: 'fetch (again)',
  fetchWithTimeout: 'fetch with a timeout',
  openapiFetch: 'openapi-fetch',
  openapiFetchWithTimeout: 'openapi-fetch with a timeout',
  undiciRequest: 'undici.request',
  nodeHttp: 'node:http',
} as const;

/** The name of a vendor's client in results that have a figure for each vendor. */
export const vendorName = (vendor: string): string => `Plumbline, ${vendor}`;
