// Generated from specs/mx-audience/openapi.yaml by `npm run generate`. Edit the spec, not this file.

import type {
  Call,
  CallOptions,
  ClientFeatures,
  ErrorPointers,
  NegotiatedCallOptions,
  OperationTable,
  QuerySerialization,
} from '@plumbline/runtime';
import type {
  AudiencesListMembersParams,
  AudiencesListMembersResponse,
  AudiencesListMembersResult,
  AuthCreateTokenParams,
  AuthCreateTokenResponse,
  AuthCreateTokenResult,
} from './types.ts';

/** The operations of MX Audience Service API as methods of `MxAudience`. */
export interface MxAudienceOperations {
  readonly auth: {
    /**
     * Create an access token
     *
     * Exchanges your API credentials for a bearer token. Create a new one when it expires, five minutes later at most; the expiry also stands in the token itself (`exp`), and MX asks you to use nothing else from it.
     *
     * `POST /api/token`
     *
     * @see https://docs.mx.com/api-reference/audience/reference/1-token
     */
    createToken(params: AuthCreateTokenParams, options?: CallOptions): Call<AuthCreateTokenResponse, AuthCreateTokenResult>;
  };
  readonly audiences: {
    /**
     * List an audience's members
     *
     * Returns the members of one audience at one institution. No paging is documented, so expect all of them in one response, which may be large. The `Accept` header selects JSON or CSV; read the response by its `Content-Type`. The ids identify people: treat them as customer data.
     *
     * `GET /api/v1/audience/{id_or_slug}/list`
     *
     * Evidence: documented. That the response has every member is concluded from its `count` and from the absence of any paging.
     *
     * @see https://docs.mx.com/api-reference/audience/overview
     */
    listMembers<Media extends 'application/json' | 'text/csv' = 'application/json'>(params: AudiencesListMembersParams, options?: NegotiatedCallOptions<Media>): Call<AudiencesListMembersResponse<Media>, AudiencesListMembersResult<Media>>;
  };
}

export const mxAudienceOperations: OperationTable = {
  auth: {
    createToken: {
      method: "POST",
      path: "/api/token",
      body: "fields",
      security: []
    }
  },
  audiences: {
    listMembers: {
      method: "GET",
      path: "/api/v1/audience/{id_or_slug}/list",
      responseMediaTypes: ["application/json", "text/csv"]
    }
  }
};

export const querySerialization: QuerySerialization = {};

export const errors: ErrorPointers = {
  message: [["error", "message"], ["error"], ["message"]],
  code: [["code"], ["error", "type"]]
};

export const features: ClientFeatures = {};
