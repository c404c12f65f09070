/** `npm run mock`: keeps a mock of each vendor up until it is interrupted, and says where each one is. */

import { vendors } from '@plumbline/repository/repository';
import { startMock } from '@plumbline/spec-tools/mock/mock-server';
import { turbo } from './turbo.ts';

const firstPort = 4010;
const urls = new Map<string, string>();

turbo('build', '--filter=./specs/*');
for (const [index, vendor] of vendors.entries()) {
  try {
    const { url } = await startMock(vendor, firstPort + index);
    urls.set(vendor, url);
    console.log(`${vendor.padEnd(12)} ${url}`);
  } catch (cause) {
    console.error(`The mock of ${vendor} cannot listen on port ${firstPort + index}: is another one running?`, cause);
    process.exit(1);
  }
}
console.log(`
Any credentials will do. \`Prefer: code=429\` asks for a status, \`Prefer: example=page2\` for an example of the spec.
For magicbell:

  curl ${urls.get('magicbell')}/users -H 'X-MAGICBELL-API-KEY: k' -H 'X-MAGICBELL-API-SECRET: s' -H 'Prefer: code=429'

Ctrl+C ends them.`);
