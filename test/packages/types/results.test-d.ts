/** The types of results. Compiled, never run. `@ts-expect-error` marks a line that must not compile. */
import { type Errors, isApiError as isMagicBellError } from '@plumbline/magicbell';
import {
  type ApiError,
  type components,
  type ErrorModel,
  isApiError,
  type Magnify,
  type MotionData as Motion,
  type MotionsGetResponse,
  type MotionsListResponse,
  type MotionsResponse,
  type OAuthError,
} from '@plumbline/magnify';
import {
  type AudienceMemberList,
  isApiError as isMxError,
  type MxAudience,
  type ErrorModel as MxError,
} from '@plumbline/mx-audience';
import { expectTypeOf } from 'vitest';

declare const magnify: Magnify;
declare const mx: MxAudience;

// Data.
const page = await magnify.motions.list({ size: 100 });
expectTypeOf(page).toEqualTypeOf<MotionsListResponse>();
expectTypeOf(page).toEqualTypeOf<MotionsResponse>();
const motion = await magnify.motions.get({ motionId: 'm' });
expectTypeOf(motion).toEqualTypeOf<MotionsGetResponse>();
// The response of an operation is its schema, and passes for it in both directions.
expectTypeOf(motion).toEqualTypeOf<Motion>();
expectTypeOf<components['schemas']['MotionData']>().toEqualTypeOf<Motion>();

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
  expectTypeOf(outcome.error).toEqualTypeOf<ErrorModel>();
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
if (members.status === 503) expectTypeOf(members.error).toEqualTypeOf<MxError>();
if (members.status === 409) expectTypeOf(members.error).toEqualTypeOf<MxError>();

// The `accept` option decides the type of the body.
const json = await mx.audiences.listMembers({ id_or_slug: 'a', institution_public_id: 'i' });
expectTypeOf(json).toEqualTypeOf<AudienceMemberList>();
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
expectTypeOf(error).toEqualTypeOf<ErrorModel | undefined>();
// @ts-expect-error: no such path
magnify.api.GET('/motion');

// The guard narrows the status, and the body to what the spec declares for it, if the error has one.
declare const thrown: unknown;
if (isApiError(thrown)) {
  expectTypeOf(thrown).toEqualTypeOf<ApiError>();
  expectTypeOf(thrown.body).toBeUnknown();
}
if (isApiError(thrown, 404)) {
  expectTypeOf(thrown.status).toEqualTypeOf<404>();
  expectTypeOf(thrown.body).toEqualTypeOf<ErrorModel | undefined>();
  expectTypeOf(thrown).toExtend<ApiError>();
}
if (isApiError(thrown, 400)) expectTypeOf(thrown.body).toEqualTypeOf<OAuthError | ErrorModel | undefined>();
if (isMagicBellError(thrown, 422)) expectTypeOf(thrown.body).toEqualTypeOf<Errors | undefined>();
declare const either: 404 | 418;
if (isApiError(thrown, either)) expectTypeOf(thrown.body).toBeUnknown();
// An undeclared status has an unknown body.
if (isApiError(thrown, 418)) expectTypeOf(thrown.body).toBeUnknown();
if (isMxError(thrown, 200)) expectTypeOf(thrown.body).toBeUnknown();
// A range and a default declare each of their statuses.
if (isMxError(thrown, 503)) expectTypeOf(thrown.body).toEqualTypeOf<MxError | undefined>();
if (isMxError(thrown, 409)) expectTypeOf(thrown.body).toEqualTypeOf<MxError | undefined>();
// A status that is not known yet narrows nothing more.
declare const status: number | undefined;
if (isApiError(thrown, status)) expectTypeOf(thrown).toEqualTypeOf<ApiError>();
