import assert from 'node:assert/strict';
import { createMagicBell } from '@plumbline/magicbell';
import { createSandbox } from '@plumbline/sandbox';
import data from '@plumbline/spec-magicbell/sandbox';

const vendor = createSandbox(data);
const { credentials, fetch } = vendor;
const retry = { baseDelay: 0 };
const magicbell = createMagicBell({ ...credentials, fetch, retry });

vendor.fail('users/create', { with: 'no-connection' });
await magicbell.users.create({ user: { email: 'mary@example.com' } });
assert.equal(vendor.resources.user.all().length, 1);
assert.equal(vendor.requests.length, 2); // the first had no connection
