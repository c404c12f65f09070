// Generated from specs/magnetiq/openapi.yaml by `npm run generate`. Edit the spec, not this file.

import type { Result } from '@plumbline/runtime';
import type {
  Brand,
  BrandInput,
  BrandList,
  Consumer,
  ConsumerFilter,
  ConsumerInput,
  ConsumerList,
  ErrorModel,
  Metrics,
  TokenRequest,
  TokenResponse,
  components,
} from './schema.ts';

/** Parameters of `auth.createToken`. */
export interface AuthCreateTokenParams extends TokenRequest {}

/** What `auth.createToken` resolves with. */
export interface AuthCreateTokenResponse extends TokenResponse {}

/** The result of `auth.createToken`: one variant for each status. */
export type AuthCreateTokenResult = Result<{
    200: AuthCreateTokenResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** What `auth.refreshToken` resolves with. */
export interface AuthRefreshTokenResponse extends TokenResponse {}

/** The result of `auth.refreshToken`: one variant for each status. */
export type AuthRefreshTokenResult = Result<{
    200: AuthRefreshTokenResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** Parameters of `consumers.list`. */
export interface ConsumersListParams {
    /**
     * How many items a page holds at most. The vendor's default and maximum are unknown.
     *
     * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Fetching Consumers Example): The SDK sample passes it when it lists consumers. The name in the query, and its use for brands, are our conclusion.
     * @example 2
     */
    limit?: components["parameters"]["Limit"] | undefined;
    /**
     * Which page to return, counted from 1.
     *
     * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Fetching Consumers Example): The SDK sample passes 1 for consumers. The name in the query, 1 as the first page and the use for brands are our conclusion.
     * @example 1
     */
    page?: components["parameters"]["Page"] | undefined;
    /**
     * Conditions that a consumer must meet, one bracketed query name each, as in `filter[segment]=high_value`.
     *
     * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Fetching Consumers Example): The SDK sample passes a nested object. How the query encodes it is not shown; the bracket form is our choice.
     * @example {
     *   "segment": "high_value",
     *   "created_after": "2023-01-01"
     * }
     */
    filter?: ConsumerFilter | undefined;
}

/** What `consumers.list` resolves with. */
export interface ConsumersListResponse extends ConsumerList {}

/** The result of `consumers.list`: one variant for each status. */
export type ConsumersListResult = Result<{
    200: ConsumersListResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** Parameters of `consumers.create`. */
export interface ConsumersCreateParams extends ConsumerInput {}

/** What `consumers.create` resolves with. */
export interface ConsumersCreateResponse extends Consumer {}

/** The result of `consumers.create`: one variant for each status. */
export type ConsumersCreateResult = Result<{
    200: ConsumersCreateResponse;
    201: ConsumersCreateResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** Parameters of `consumers.get`. */
export interface ConsumersGetParams {
    /**
     * The consumer's id.
     *
     * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Consumers Endpoints): The page prints the placeholder in the path but no id. Any text that is not empty is accepted.
     * @example consumer-1
     */
    id: string;
}

/** What `consumers.get` resolves with. */
export interface ConsumersGetResponse extends Consumer {}

/** The result of `consumers.get`: one variant for each status. */
export type ConsumersGetResult = Result<{
    200: ConsumersGetResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    404: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** Parameters of `brands.list`. */
export interface BrandsListParams {
    /**
     * How many items a page holds at most. The vendor's default and maximum are unknown.
     *
     * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Fetching Consumers Example): The SDK sample passes it when it lists consumers. The name in the query, and its use for brands, are our conclusion.
     * @example 2
     */
    limit?: components["parameters"]["Limit"] | undefined;
    /**
     * Which page to return, counted from 1.
     *
     * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Fetching Consumers Example): The SDK sample passes 1 for consumers. The name in the query, 1 as the first page and the use for brands are our conclusion.
     * @example 1
     */
    page?: components["parameters"]["Page"] | undefined;
}

/** What `brands.list` resolves with. */
export interface BrandsListResponse extends BrandList {}

/** The result of `brands.list`: one variant for each status. */
export type BrandsListResult = Result<{
    200: BrandsListResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** Parameters of `brands.create`. */
export interface BrandsCreateParams extends BrandInput {}

/** What `brands.create` resolves with. */
export interface BrandsCreateResponse extends Brand {}

/** The result of `brands.create`: one variant for each status. */
export type BrandsCreateResult = Result<{
    200: BrandsCreateResponse;
    201: BrandsCreateResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** Parameters of `brands.get`. */
export interface BrandsGetParams {
    /**
     * The brand's id.
     *
     * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Brands Endpoints): The page prints the placeholder in the path but no id. Any text that is not empty is accepted.
     * @example brand-1
     */
    id: string;
}

/** What `brands.get` resolves with. */
export interface BrandsGetResponse extends Brand {}

/** The result of `brands.get`: one variant for each status. */
export type BrandsGetResult = Result<{
    200: BrandsGetResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    404: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** What `analytics.engagement` resolves with. */
export interface AnalyticsEngagementResponse extends Metrics {}

/** The result of `analytics.engagement`: one variant for each status. */
export type AnalyticsEngagementResult = Result<{
    200: AnalyticsEngagementResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** What `analytics.conversion` resolves with. */
export interface AnalyticsConversionResponse extends Metrics {}

/** The result of `analytics.conversion`: one variant for each status. */
export type AnalyticsConversionResult = Result<{
    200: AnalyticsConversionResponse;
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}>;

/** The bodies of errors by status, as the operations declare them. */
export interface ApiErrorBodies {
    400: ErrorModel;
    401: ErrorModel;
    403: ErrorModel;
    404: ErrorModel;
    429: ErrorModel;
    500: ErrorModel;
}
