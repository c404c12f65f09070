import assert from 'node:assert/strict';
import { createMagicBell, type UsersListResponse } from '@plumbline/magicbell';
import { networkError, recordingFetch } from '@plumbline/runtime/testing';

const users = [{ id: 'u_1', email: 'mary@example.com' }];
const page: UsersListResponse = { per_page: 20, current_page: 1, users };
const fetch = recordingFetch([networkError('ECONNRESET'), Response.json(page)]);
const keys = { apiKey: 'test', apiSecret: 'test' };
const magicbell = createMagicBell({ ...keys, fetch, retry: { baseDelay: 0 } });

const [user] = await magicbell.users.list().toArray({ limit: 1 });
assert.equal(user?.email, 'mary@example.com');
assert.equal(fetch.requests.length, 2); // the lost connection was retried
