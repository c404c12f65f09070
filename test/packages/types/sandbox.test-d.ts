/** A sandbox has the names of its vendor, and its credentials are options of the vendor's clients. Compiled, never run. */
import { createMagicBell } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';
import { ManualClock } from '@plumbline/runtime/testing';
import { createSandbox, type Sandbox, type VendorData } from '@plumbline/sandbox';
import { type SandboxServer, serveSandbox } from '@plumbline/sandbox/server';
import magicbell from '@plumbline/spec-magicbell/sandbox';
import magnetiq from '@plumbline/spec-magnetiq/sandbox';
import magnify from '@plumbline/spec-magnify/sandbox';
import mxAudience from '@plumbline/spec-mx-audience/sandbox';

const vendor = createSandbox(magicbell, { clock: new ManualClock(), seed: 1, rateLimits: true, examples: undefined });

// The clients of all vendors.
createMagicBell({ ...vendor.credentials, fetch: vendor.fetch });
const { credentials, fetch } = createSandbox(magnetiq);
createMagnetiq({ ...credentials, fetch });
const motions = createSandbox(magnify);
createMagnify({ ...motions.credentials, fetch: motions.fetch });
const audiences = createSandbox(mxAudience);
const baseUrl = 'https://yourdomain.access.mx.com';
createMxAudience({ ...audiences.credentials, baseUrl, fetch: audiences.fetch });

// Operations and resources have the names of the spec.
vendor.fail('notifications/create', { times: 1, with: 'response-lost' });
vendor.fail('*', { with: { status: 503, headers: { 'retry-after': '1' }, body: undefined }, rate: undefined });
vendor.resources.user.all();
const user: Record<string, unknown> | undefined = vendor.resources.user.get('email:mary@example.com');
const key: string = vendor.credentials.apiKey;
// @ts-expect-error: no operation has this name.
vendor.fail('notifications/creat', { with: 'response-lost' });
// @ts-expect-error: no fault has this name.
vendor.fail('notifications/create', { with: 'response-lots' });
// @ts-expect-error: no option has this name.
vendor.fail('notifications/create', { with: 'response-lost', time: 1 });
// @ts-expect-error: no resource has this name.
vendor.resources.users;
// @ts-expect-error: no credential has this name.
vendor.credentials.clientId;
// @ts-expect-error: no option has this name.
createSandbox(magicbell, { rateLimit: true });

// A document without types has text names.
const other = createSandbox({ openapi: '3.1.0', paths: {} } as VendorData);
other.fail('anything/create', { with: 'stalled' });
const token: string | undefined = other.credentials.token;
other.resources.anything?.all();
const untyped: Sandbox = createSandbox({} as object);
const all: readonly Sandbox[] = [vendor, motions, other, untyped];
untyped.fail('anything/create', { with: 'stalled' });

const server: Promise<SandboxServer> = serveSandbox(vendor);
serveSandbox(untyped, 4010);

export const used = [user, key, token, server, all];
