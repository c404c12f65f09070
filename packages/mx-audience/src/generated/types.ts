// Generated from specs/mx-audience/openapi.yaml by `npm run generate`. Edit the spec, not this file.

import type { Result } from '@plumbline/runtime';
import type { AudienceMemberList, ErrorModel, TokenRequest, TokenResponse } from './schema.ts';

/** Parameters of `auth.createToken`. */
export interface AuthCreateTokenParams extends TokenRequest {}

/** What `auth.createToken` resolves with. */
export interface AuthCreateTokenResponse extends TokenResponse {}

/** The result of `auth.createToken`: one variant for each status. */
export type AuthCreateTokenResult = Result<{
    200: AuthCreateTokenResponse;
    400: ErrorModel;
    401: ErrorModel;
    429: ErrorModel;
    "5XX": ErrorModel;
    default: ErrorModel;
}>;

/** Parameters of `audiences.listMembers`. */
export interface AudiencesListMembersParams {
    /**
     * The audience, by its id or by its slug.
     * @example home_buyers
     */
    id_or_slug: string;
    /**
     * The institution whose part of the audience you want, by its public id.
     *
     * Evidence: inferred (MX Audience Service API (https://docs.mx.com/api-reference/audience/overview) §Parameters): Name, place and type are documented. The page says only that calls "may require" it; we require it, since the one request shown sends it and the response is about one institution.
     * @example INST-4B7E1D90
     */
    institution_public_id: string;
}

/** What `audiences.listMembers` resolves with. */
export type AudiencesListMembersResponse<Media extends 'application/json' | 'text/csv' = 'application/json'> = { 'application/json': AudienceMemberList; 'text/csv': string }[Media];

/** The result of `audiences.listMembers`: one variant for each status. */
export type AudiencesListMembersResult<Media extends 'application/json' | 'text/csv' = 'application/json'> = Result<{
    200: AudiencesListMembersResponse<Media>;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    404: ErrorModel;
    406: ErrorModel;
    429: ErrorModel;
    "5XX": ErrorModel;
    default: ErrorModel;
}>;

/** The bodies of errors by status, as the operations declare them. */
export interface ApiErrorBodies {
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    404: ErrorModel;
    406: ErrorModel;
    429: ErrorModel;
    "5XX": ErrorModel;
    default: ErrorModel;
}
