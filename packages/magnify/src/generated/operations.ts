// Generated from specs/magnify/openapi.yaml by `npm run generate`. Edit the spec, not this file.

import { listByCount } from '@plumbline/runtime';
import type {
  Call,
  CallOptions,
  ClientFeatures,
  ErrorPointers,
  OperationTable,
  PagedCall,
  QuerySerialization,
} from '@plumbline/runtime';
import type { EmailMetricDataPoint, MotionData } from './schema.ts';
import type {
  AuthCreateTokenParams,
  AuthCreateTokenResponse,
  AuthCreateTokenResult,
  MotionsEmailMetricsListParams,
  MotionsEmailMetricsListResponse,
  MotionsEmailMetricsListResult,
  MotionsGetParams,
  MotionsGetResponse,
  MotionsGetResult,
  MotionsListParams,
  MotionsListResponse,
  MotionsListResult,
} from './types.ts';

/** The operations of Magnify Partner API as methods of `Magnify`. */
export interface MagnifyOperations {
  readonly auth: {
    /**
     * Create an access token
     *
     * Exchanges your client id and client secret for an access token, which every other call needs. The token lives for one hour
     * (3600 seconds). There is no refresh token: when it expires, call this again.
     *
     * Keep the secret on a server; it must never reach a browser or an app.
     *
     * `POST /oauth2/token`
     *
     * Evidence: documented. The page does not state the media type of the response; it prints JSON.
     *
     * @see https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699
     */
    createToken(params: AuthCreateTokenParams, options?: CallOptions): Call<AuthCreateTokenResponse, AuthCreateTokenResult>;
  };
  readonly motions: {
    /**
     * List motions
     *
     * Returns motions page by page, all of them or only those in one state.
     *
     * `from` counts items, not pages: for the next page add the number of items just received. The documented limits leave motions
     * that cannot be reached: as `from` ends at 100, pages of 100 reach the first 200 motions, and pages of 1000 the first 1100.
     * Beyond that, list one `state` at a time.
     *
     * The order of the motions is not documented, nor whether it is stable between pages.
     *
     * `GET /motions`
     *
     * Evidence: documented. The page does not state the media type of the responses; it prints JSON.
     *
     * @see https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699
     */
    list(params?: MotionsListParams, options?: CallOptions): PagedCall<MotionsListResponse, MotionData, MotionsListResult>;
    /**
     * Get a motion
     *
     * Returns one motion by its UUID.
     *
     * `GET /motions/{motionId}`
     *
     * Evidence: documented. The page does not state the media type of the responses; it prints JSON.
     *
     * @see https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699
     */
    get(params: MotionsGetParams, options?: CallOptions): Call<MotionsGetResponse, MotionsGetResult>;
    readonly emailMetrics: {
      /**
       * List a motion's email metrics
       *
       * Returns, page by page, the email events that a motion caused through its Magnify Send Email action. Each item is one event: one
       * email to one user yields several, and a user's opens and clicks may repeat. Items name users and accounts; treat them as
       * personal data.
       *
       * `from` counts items, not pages: for the next page add the number of items just received. The documented limits let you reach
       * the first 100,000 events of a motion.
       *
       * For a motion without email metrics, the status may be 404. To tell it from a motion that does not exist, get the motion.
       *
       * The order of the events is not documented, nor whether it is stable between pages.
       *
       * `GET /motions/{motionId}/email-metrics`
       *
       * Evidence: documented. The page does not state the media type of the responses; it prints JSON. That events repeat is inferred from the event types.
       *
       * @see https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699
       */
      list(params: MotionsEmailMetricsListParams, options?: CallOptions): PagedCall<MotionsEmailMetricsListResponse, EmailMetricDataPoint, MotionsEmailMetricsListResult>;
    };
  };
}

export const magnifyOperations: OperationTable = {
  auth: {
    createToken: {
      method: "POST",
      path: "/oauth2/token",
      body: "fields",
      requestMediaType: "application/x-www-form-urlencoded",
      security: [],
      server: "https://auth.magnify.io"
    }
  },
  motions: {
    list: {
      method: "GET",
      path: "/motions",
      pagination: {
        parameter: "from",
        style: "offset",
        maxValue: 100,
        sizeParameter: "size",
        defaultSize: 100,
        items: ["data"],
        total: ["total"],
        key: "id"
      }
    },
    get: {
      method: "GET",
      path: "/motions/{motionId}"
    },
    emailMetrics: {
      list: {
        method: "GET",
        path: "/motions/{motionId}/email-metrics",
        pagination: {
          parameter: "from",
          style: "offset",
          maxValue: 99900,
          sizeParameter: "size",
          defaultSize: 100,
          items: ["data"],
          total: ["total"]
        }
      }
    }
  }
};

export const querySerialization: QuerySerialization = {};

export const errors: ErrorPointers = {
  message: [["validationErrors"], ["detail"], ["message"]],
  code: [["type"]]
};

export const features: ClientFeatures = { lists: { offset: listByCount } };
