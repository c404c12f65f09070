/** The types of results. Compiled, never run. `@ts-expect-error` marks a line that must not compile. */
import type { components, Magnify } from '@plumbline/magnify';
import { isApiError } from '@plumbline/magnify';
import type { MxAudience, components as MxComponents } from '@plumbline/mx-audience';
import { expectTypeOf } from 'vitest';

type Motion = components['schemas']['MotionData'];
declare const magnify: Magnify;
declare const mx: MxAudience;

// Data.
const page = await magnify.motions.list({ size: 100 });
expectTypeOf(page).toEqualTypeOf<components['schemas']['MotionsResponse']>();
expectTypeOf(await magnify.motions.get({ motionId: 'm' })).toEqualTypeOf<Motion>();

// An open enum allows unknown values.
expectTypeOf<'EXECUTING'>().toExtend<Motion['state']>();
expectTypeOf<string>().toExtend<Motion['state']>();

// Each status of a result.
const outcome = await magnify.motions.get({ motionId: 'm' }).result();
expectTypeOf(outcome.status).toExtend<number>();
expectTypeOf(outcome.response).toEqualTypeOf<Response>();
if (outcome.status === 200) {
  expectTypeOf(outcome.ok).toEqualTypeOf<true>();
  expectTypeOf(outcome.data).toEqualTypeOf<Motion>();
}
if (outcome.status === 404) {
  expectTypeOf(outcome.ok).toEqualTypeOf<false>();
  expectTypeOf(outcome.error).toEqualTypeOf<components['schemas']['Error']>();
  // @ts-expect-error: an error has no data
  outcome.data.id;
}
if (outcome.status === 400 || outcome.status === 429) {
  expectTypeOf(outcome.error.validationErrors).toEqualTypeOf<string[] | undefined>();
}
// An undeclared status is possible, and its body is unknown.
if (outcome.status === 418) expectTypeOf(outcome.error).toBeUnknown();
// `ok` alone narrows to the bodies of the declared successful statuses.
if (outcome.ok) expectTypeOf(outcome.data).toEqualTypeOf<Motion>();
// @ts-expect-error: no data before the status is known
outcome.data.id;

// A range and a default declare each of their statuses.
const members = await mx.audiences.listMembers({ id_or_slug: 'a', institution_public_id: 'i' }).result();
if (members.status === 503) expectTypeOf(members.error).toEqualTypeOf<MxComponents['schemas']['Error']>();
if (members.status === 409) expectTypeOf(members.error).toEqualTypeOf<MxComponents['schemas']['Error']>();

// The `accept` option decides the type of the body.
const json = await mx.audiences.listMembers({ id_or_slug: 'a', institution_public_id: 'i' });
expectTypeOf(json).toEqualTypeOf<MxComponents['schemas']['AudienceMemberList']>();
const csv = await mx.audiences.listMembers({ id_or_slug: 'a', institution_public_id: 'i' }, { accept: 'text/csv' });
expectTypeOf(csv).toEqualTypeOf<string>();
// @ts-expect-error: not a media type of this operation
mx.audiences.listMembers({ id_or_slug: 'a', institution_public_id: 'i' }, { accept: 'text/xml' });

// Lists.
for await (const motion of magnify.motions.list({ state: 'EXECUTING' })) expectTypeOf(motion).toEqualTypeOf<Motion>();
for await (const one of magnify.motions.list().pages()) expectTypeOf(one).toEqualTypeOf<typeof page>();
expectTypeOf(await magnify.motions.list().toArray({ limit: 5 })).toEqualTypeOf<Motion[]>();
// @ts-expect-error: the limit is required, so that no array grows without bound
magnify.motions.list().toArray();
// @ts-expect-error: not a list
magnify.motions.get({ motionId: 'm' }).pages();

// The openapi-fetch client.
const { data, error } = await magnify.api.GET('/motions/{motionId}', { params: { path: { motionId: 'm' } } });
expectTypeOf(data?.version).toEqualTypeOf<number | undefined>();
expectTypeOf(error).toEqualTypeOf<components['schemas']['Error'] | undefined>();
// @ts-expect-error: no such path
magnify.api.GET('/motion');

// The guard narrows the status.
declare const thrown: unknown;
if (isApiError(thrown, 404)) expectTypeOf(thrown.status).toEqualTypeOf<404>();
if (isApiError(thrown)) expectTypeOf(thrown.status).toEqualTypeOf<number>();
