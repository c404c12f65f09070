import type { Mocks } from './run-mocks.ts';

/** Says where mocks listen, and how to call them. */
export function describeMocks({ commands }: Mocks): string {
  const lines = [...commands].flatMap(([vendor, { url, credentials = {} }]) => [
    `${vendor.padEnd(12)} ${url}`,
    ...Object.entries(credentials).map(([option, value]) => `  ${option}: ${value}`),
  ]);
  const isStateful = [...commands.values()].some(({ credentials }) => credentials);
  const access = isStateful ? 'What you create is there until the mocks end.' : 'Any credentials are accepted.';
  lines.push(
    '',
    `${access} \`Prefer: code=429\` asks for a status, \`Prefer: example=page2\` for an example of the spec.`,
  );
  const { url, credentials } = commands.get('magicbell') ?? {};
  if (url) {
    const { apiKey = 'k', apiSecret = 's' } = credentials ?? {};
    const headers = `-H 'X-MAGICBELL-API-KEY: ${apiKey}' -H 'X-MAGICBELL-API-SECRET: ${apiSecret}'`;
    lines.push('For magicbell:', '', `  curl ${url}/users ${headers} -H 'Prefer: code=429'`, '');
  }
  return [...lines, 'Ctrl+C ends the mocks.'].join('\n');
}
