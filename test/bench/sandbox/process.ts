/** The process that calls a sandbox of MagicBell with 100 users, by its `fetch`. It sends its parent the cost of each operation. */
import { createSandbox } from '@plumbline/sandbox';
import data from '@plumbline/spec-magicbell/sandbox';
import { median } from '../cpu/median.ts';
import type { SandboxCost } from './measure.ts';

const batches = 21;
const callsEach = 200;
const headers = {
  'x-magicbell-api-key': 'sandbox_api_key',
  'x-magicbell-api-secret': 'sandbox_api_secret',
  'content-type': 'application/json',
};
const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body) });
const requests: Readonly<
  Record<string, (call: number, ids: readonly unknown[]) => readonly [path: string, init?: RequestInit]>
> = {
  'users/get': (call, ids) => [`users/${ids[call % 100]}`],
  'users/list': () => ['users?per_page=20'],
  'users/create': (call) => ['users', post({ user: { email: `new-${call}@example.com`, first_name: 'Mary' } })],
  'notifications/create': (call) => [
    'notifications',
    post({ notification: { title: 'Task assigned', recipients: [{ email: `${call % 100}@example.com` }] } }),
  ],
};

const costs: SandboxCost[] = [];
for (const [operation, requestOf] of Object.entries(requests)) costs.push(await measure(operation, requestOf));
process.send?.(costs, () => process.exit());

async function measure(operation: string, requestOf: (typeof requests)[string]): Promise<SandboxCost> {
  const vendor = createSandbox(data);
  const samples: number[] = [];
  for (let batch = 0; batch < batches; batch++) {
    vendor.reset();
    const users = Array.from({ length: 100 }, (_, index) => ({ email: `${index}@example.com` }));
    const ids = vendor.resources.user.add(...users).map(({ id }) => id);
    const before = process.cpuUsage();
    for (let call = 0; call < callsEach; call++) {
      const [path, init] = requestOf(call, ids);
      const response = await vendor.fetch(`https://api.magicbell.com/${path}`, { headers, ...init });
      await response.json();
      if (!response.ok) throw new Error(`${operation}: ${response.status}`);
    }
    const { user, system } = process.cpuUsage(before);
    samples.push((user + system) / callsEach / 1000);
  }
  return { operation, milliseconds: Number(median(samples).toFixed(3)) };
}
