// Generated from specs/magnetiq/openapi.yaml by `npm run generate`. Edit the spec, not this file.

import type { Call, CallOptions, Input, Item, OperationTable, PagedCall, QuerySerialization, RateLimit } from '@plumbline/runtime';
import type { operations } from './schema.ts';

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
     * Evidence: documented (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Authentication Endpoints): §Authentication prints the same call with a body and no key. Which of the two is meant is not said; neither is required.
     */
    createToken(parameters?: Input<operations["auth/createToken"]>, options?: CallOptions): Call<operations["auth/createToken"]>;
    /**
     * Refresh an access token
     *
     * Exchanges the token that is sent as Bearer for a fresh one. There is no body. The page does not say whether the old token stays valid, or whether an expired one can still be refreshed.
     *
     * `POST /auth/refresh`
     *
     * Evidence: documented (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Authentication Endpoints): The curl command sends an API key where one would expect the token that is to be refreshed.
     */
    refreshToken(parameters?: Record<string, never>, options?: CallOptions): Call<operations["auth/refreshToken"]>;
  };
  readonly consumers: {
    /**
     * List consumers
     *
     * Returns consumers one page at a time, all of them or those that pass a filter.
     *
     * `GET /consumers`
     *
     * Evidence: documented (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Consumers Endpoints): Pages and the filter are shown by an SDK sample only, without the sent request.
     */
    list(parameters?: Input<operations["consumers/list"]>, options?: CallOptions): PagedCall<operations["consumers/list"], Item<operations["consumers/list"], "data">>;
    /**
     * Create a consumer
     *
     * Adds a consumer. Not safe to repeat: the page offers no idempotency key, so a second request after a lost response may create a second consumer.
     *
     * `POST /consumers`
     *
     * Evidence: documented (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Consumers Endpoints)
     */
    create(parameters: Input<operations["consumers/create"]>, options?: CallOptions): Call<operations["consumers/create"]>;
    /**
     * Get a consumer
     *
     * Returns one consumer by its id.
     *
     * `GET /consumers/{id}`
     *
     * Evidence: documented (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Consumers Endpoints)
     */
    get(parameters: Input<operations["consumers/get"]>, options?: CallOptions): Call<operations["consumers/get"]>;
  };
  readonly brands: {
    /**
     * List brands
     *
     * Returns brands one page at a time.
     *
     * `GET /brands`
     *
     * Evidence: documented (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Brands Endpoints): Pages are shown for consumers only; we expect brands to have the same.
     */
    list(parameters?: Input<operations["brands/list"]>, options?: CallOptions): PagedCall<operations["brands/list"], Item<operations["brands/list"], "data">>;
    /**
     * Create a brand
     *
     * Adds a brand. Not safe to repeat: the page offers no idempotency key, so a second request after a lost response may create a second brand.
     *
     * `POST /brands`
     *
     * Evidence: documented (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Brands Endpoints)
     */
    create(parameters: Input<operations["brands/create"]>, options?: CallOptions): Call<operations["brands/create"]>;
    /**
     * Get a brand
     *
     * Returns one brand by its id.
     *
     * `GET /brands/{id}`
     *
     * Evidence: documented (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Brands Endpoints)
     */
    get(parameters: Input<operations["brands/get"]>, options?: CallOptions): Call<operations["brands/get"]>;
  };
  readonly analytics: {
    /**
     * Get engagement metrics
     *
     * Returns engagement metrics. The page names neither the metrics nor a parameter, such as a range of dates.
     *
     * `GET /analytics/engagement`
     *
     * Evidence: documented (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Analytics Endpoints)
     */
    engagement(parameters?: Record<string, never>, options?: CallOptions): Call<operations["analytics/engagement"]>;
    /**
     * Get conversion metrics
     *
     * Returns conversion metrics. The page names neither the metrics nor a parameter, such as a range of dates.
     *
     * `GET /analytics/conversion`
     *
     * Evidence: documented (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Analytics Endpoints)
     */
    conversion(parameters?: Record<string, never>, options?: CallOptions): Call<operations["analytics/conversion"]>;
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
        items: "data",
        key: "id",
        total: "total"
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
        items: "data",
        key: "id",
        total: "total"
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
