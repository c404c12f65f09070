// Generated from specs/magnetiq/openapi.yaml by `npm run generate`. Edit the spec, not this file.

import { listByCount } from '@plumbline/runtime';
import type {
  Call,
  CallOptions,
  ClientFeatures,
  ErrorPointers,
  OperationTable,
  PagedCall,
  QuerySerialization,
  RateLimit,
} from '@plumbline/runtime';
import type { Brand, Consumer } from './schema.ts';
import type {
  AnalyticsConversionResponse,
  AnalyticsConversionResult,
  AnalyticsEngagementResponse,
  AnalyticsEngagementResult,
  AuthCreateTokenParams,
  AuthCreateTokenResponse,
  AuthCreateTokenResult,
  AuthRefreshTokenResponse,
  AuthRefreshTokenResult,
  BrandsCreateParams,
  BrandsCreateResponse,
  BrandsCreateResult,
  BrandsGetParams,
  BrandsGetResponse,
  BrandsGetResult,
  BrandsListParams,
  BrandsListResponse,
  BrandsListResult,
  ConsumersCreateParams,
  ConsumersCreateResponse,
  ConsumersCreateResult,
  ConsumersGetParams,
  ConsumersGetResponse,
  ConsumersGetResult,
  ConsumersListParams,
  ConsumersListResponse,
  ConsumersListResult,
} from './types.ts';

/** The operations of MAGNETIQ API as methods of `Magnetiq`. */
export interface MagnetiqOperations {
  readonly auth: {
    /**
     * Create an access token
     *
     * Issues an access token, to be sent as the Bearer credential of the other operations. The page calls it in two ways: with a client id and secret in the body and no `Authorization` header, or with an API key as Bearer and no body. Choose one of them.
     *
     * `POST /auth/token`
     *
     * Evidence: documented. §Authentication prints the same call with a body and no key. Which of the two is meant is not said; neither is required.
     *
     * @see https://www.magnetiq.xyz/api-reference
     */
    createToken(params?: AuthCreateTokenParams, options?: CallOptions): Call<AuthCreateTokenResponse, AuthCreateTokenResult>;
    /**
     * Refresh an access token
     *
     * Exchanges the token that is sent as Bearer for a fresh one. There is no body. The page does not say whether the old token stays valid, or whether an expired one can still be refreshed.
     *
     * `POST /auth/refresh`
     *
     * Evidence: documented. The curl command sends an API key where one would expect the token that is to be refreshed.
     *
     * @see https://www.magnetiq.xyz/api-reference
     */
    refreshToken(params?: Record<string, never>, options?: CallOptions): Call<AuthRefreshTokenResponse, AuthRefreshTokenResult>;
  };
  readonly consumers: {
    /**
     * List consumers
     *
     * Returns consumers one page at a time, all of them or those that pass a filter.
     *
     * `GET /consumers`
     *
     * Evidence: documented. Pages and the filter are shown by an SDK sample only, without the sent request.
     *
     * @see https://www.magnetiq.xyz/api-reference
     */
    list(params?: ConsumersListParams, options?: CallOptions): PagedCall<ConsumersListResponse, Consumer, ConsumersListResult>;
    /**
     * Create a consumer
     *
     * Adds a consumer. Not safe to repeat: the page offers no idempotency key, so a second request after a lost response may create a second consumer.
     *
     * `POST /consumers`
     *
     * @see https://www.magnetiq.xyz/api-reference
     */
    create(params: ConsumersCreateParams, options?: CallOptions): Call<ConsumersCreateResponse, ConsumersCreateResult>;
    /**
     * Get a consumer
     *
     * Returns one consumer by its id.
     *
     * `GET /consumers/{id}`
     *
     * @see https://www.magnetiq.xyz/api-reference
     */
    get(params: ConsumersGetParams, options?: CallOptions): Call<ConsumersGetResponse, ConsumersGetResult>;
  };
  readonly brands: {
    /**
     * List brands
     *
     * Returns brands one page at a time.
     *
     * `GET /brands`
     *
     * Evidence: documented. Pages are shown for consumers only; we expect brands to have the same.
     *
     * @see https://www.magnetiq.xyz/api-reference
     */
    list(params?: BrandsListParams, options?: CallOptions): PagedCall<BrandsListResponse, Brand, BrandsListResult>;
    /**
     * Create a brand
     *
     * Adds a brand. Not safe to repeat: the page offers no idempotency key, so a second request after a lost response may create a second brand.
     *
     * `POST /brands`
     *
     * @see https://www.magnetiq.xyz/api-reference
     */
    create(params: BrandsCreateParams, options?: CallOptions): Call<BrandsCreateResponse, BrandsCreateResult>;
    /**
     * Get a brand
     *
     * Returns one brand by its id.
     *
     * `GET /brands/{id}`
     *
     * @see https://www.magnetiq.xyz/api-reference
     */
    get(params: BrandsGetParams, options?: CallOptions): Call<BrandsGetResponse, BrandsGetResult>;
  };
  readonly analytics: {
    /**
     * Get engagement metrics
     *
     * Returns engagement metrics. The page names neither the metrics nor a parameter, such as a range of dates.
     *
     * `GET /analytics/engagement`
     *
     * @see https://www.magnetiq.xyz/api-reference
     */
    engagement(params?: Record<string, never>, options?: CallOptions): Call<AnalyticsEngagementResponse, AnalyticsEngagementResult>;
    /**
     * Get conversion metrics
     *
     * Returns conversion metrics. The page names neither the metrics nor a parameter, such as a range of dates.
     *
     * `GET /analytics/conversion`
     *
     * @see https://www.magnetiq.xyz/api-reference
     */
    conversion(params?: Record<string, never>, options?: CallOptions): Call<AnalyticsConversionResponse, AnalyticsConversionResult>;
  };
}

export const magnetiqOperations: OperationTable = {
  auth: {
    createToken: {
      method: "POST",
      path: "/auth/token",
      body: "optional",
      security: [[], ["bearerAuth"]]
    },
    refreshToken: {
      method: "POST",
      path: "/auth/refresh"
    }
  },
  consumers: {
    list: {
      method: "GET",
      path: "/consumers",
      pagination: {
        parameter: "page",
        style: "page",
        sizeParameter: "limit",
        items: ["data"],
        total: ["total"],
        key: "id"
      }
    },
    create: {
      method: "POST",
      path: "/consumers",
      body: "fields"
    },
    get: {
      method: "GET",
      path: "/consumers/{id}"
    }
  },
  brands: {
    list: {
      method: "GET",
      path: "/brands",
      pagination: {
        parameter: "page",
        style: "page",
        sizeParameter: "limit",
        items: ["data"],
        total: ["total"],
        key: "id"
      }
    },
    create: {
      method: "POST",
      path: "/brands",
      body: "fields"
    },
    get: {
      method: "GET",
      path: "/brands/{id}"
    }
  },
  analytics: {
    engagement: {
      method: "GET",
      path: "/analytics/engagement"
    },
    conversion: {
      method: "GET",
      path: "/analytics/conversion"
    }
  }
};

export const querySerialization: QuerySerialization = {
  object: {
    style: "deepObject",
    explode: true
  }
};

export const errors: ErrorPointers = {
  message: [["message"]]
};

export const features: ClientFeatures = { lists: { page: listByCount } };

/** The documented rate limits of each plan, for `createFleetLimiter` of `@plumbline/fleet` and `createLimiter` of `@plumbline/runtime`. */
export const rateLimits: Readonly<Record<"free" | "pro" | "enterprise", readonly RateLimit[]>> = {
  free: [
    {
      requests: 100,
      seconds: 3600
    },
    {
      requests: 20,
      seconds: 60
    }
  ],
  pro: [
    {
      requests: 1000,
      seconds: 3600
    },
    {
      requests: 100,
      seconds: 60
    }
  ],
  enterprise: [
    {
      requests: 10000,
      seconds: 3600
    },
    {
      requests: 500,
      seconds: 60
    }
  ]
};
