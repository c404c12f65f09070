// Generated from specs/mx-audience/openapi.yaml by `npm run generate`. Edit the spec, not this file.

export interface paths {
    "/api/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an access token
         * Exchanges your API credentials for a bearer token. Create a new one when it expires, five minutes later at most; the expiry also stands in the token itself (`exp`), and MX asks you to use nothing else from it.
         */
        post: operations["auth/createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audience/{id_or_slug}/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an audience's members
         * Returns the members of one audience at one institution. No paging is documented, so expect all of them in one response, which may be large. The `Accept` header selects JSON or CSV; read the response by its `Content-Type`. The ids identify people: treat them as customer data.
         */
        get: operations["audiences/listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        TokenRequest: TokenRequest;
        TokenResponse: TokenResponse;
        AudienceMemberList: AudienceMemberList;
        Error: ErrorModel;
    };
    responses: {
        /**
         * A required value is missing or not usable. Correct the request before you send it again.
         *
         * Evidence: inferred (MX Errors, Platform API (https://docs.mx.com/api-reference/platform-api/overview/errors) §Status Codes): No status of the Audience Service is documented. The Platform API sends this status when a parameter is missing.
         */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /**
         * Refused. A token call: the credentials are wrong, or a newer set replaced them; trying again does not help. Any other call: the token is wrong, expired or revoked; create one new token and try once more.
         *
         * Evidence: inferred (MX Errors, Platform API (https://docs.mx.com/api-reference/platform-api/overview/errors) §Status Codes): No status of the Audience Service is documented. The Platform API sends this status for wrong credentials.
         */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /**
         * The token is good, but this call is not open to you, or not from this network address. A new token does not help.
         *
         * Evidence: inferred (MX Errors, Platform API (https://docs.mx.com/api-reference/platform-api/overview/errors) §Status Codes): No status of the Audience Service is documented. The Platform API sends this status to an address that is not on its list, or for a feature that the client lacks.
         */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /**
         * There is no such audience or institution, or the address is wrong. The body may be absent.
         *
         * Evidence: inferred (MX Errors, Platform API (https://docs.mx.com/api-reference/platform-api/overview/errors) §Status Codes): No status of the Audience Service is documented. On MX's SSO API a 404 has no body.
         */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /**
         * The service cannot respond in a media type that you accept. Request `application/json` or `text/csv`.
         *
         * Evidence: inferred (MX Errors, Platform API (https://docs.mx.com/api-reference/platform-api/overview/errors) §Status Codes): No status of the Audience Service is documented. The Platform API sends this status for an `Accept` header without a valid version; the Audience Service selects its format by the same header.
         */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /**
         * Too many calls or connections at once. Wait, then try again with growing pauses; no limit and no header is documented.
         *
         * Evidence: inferred (MX Errors, Platform API (https://docs.mx.com/api-reference/platform-api/overview/errors) §Status Codes): No status of the Audience Service is documented. The Platform API sends this status and asks to retry after its window; no header with the length of the window is documented.
         */
        RateLimited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /**
         * MX failed, or is being updated (503). Both calls can be sent again. The body may be absent.
         *
         * Evidence: inferred (MX Errors, Platform API (https://docs.mx.com/api-reference/platform-api/overview/errors) §Status Codes): No status of the Audience Service is documented. The Platform API lists 500, 502, 503 and 504; on the SSO API a 502 has no body.
         */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /**
         * Any other failure. Since MX documents no status here, one that is not listed above can occur.
         *
         * Evidence: inferred (MX Errors, Platform API (https://docs.mx.com/api-reference/platform-api/overview/errors) §Status Codes): No status of the Audience Service is documented. The Platform API has more of them, such as 405 and 422.
         */
        OtherError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    "auth/createToken": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** Evidence: inferred (MX Request Token, Consent Management (https://docs.mx.com/api-reference/consent-management/reference/01-request-token) §Request Token): The page asks for both fields in the body and names no media type. The token call of this sibling API takes a JSON body, though with the credentials in a Basic header. */
                "application/json": TokenRequest;
            };
        };
        responses: {
            /**
             * A new token.
             *
             * Evidence: inferred (MX Request Token, Consent Management (https://docs.mx.com/api-reference/consent-management/reference/01-request-token) §Request Token): No status or body of this call is known; the sibling API responds with 200. Accept any 2xx.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TokenResponse;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            429: components["responses"]["RateLimited"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["OtherError"];
        };
    };
    "audiences/listMembers": {
        parameters: {
            query: {
                /**
                 * The institution whose part of the audience you want, by its public id.
                 *
                 * Evidence: inferred (MX Audience Service API (https://docs.mx.com/api-reference/audience/overview) §Parameters): Name, place and type are documented. The page says only that calls "may require" it; we require it, since the one request shown sends it and the response is about one institution.
                 * @example INST-4B7E1D90
                 */
                institution_public_id: string;
            };
            header?: never;
            path: {
                /**
                 * The audience, by its id or by its slug.
                 * @example home_buyers
                 */
                id_or_slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The audience's members, in the format that you asked for.
             *
             * Evidence: inferred (MX Audience Service API (https://docs.mx.com/api-reference/audience/overview) §Responses): The page prints the JSON body without its status.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": AudienceMemberList;
                    /** Evidence: unknown (MX Audience Service API (https://docs.mx.com/api-reference/audience/overview) §Examples): CSV is documented as a choice; its request and body could not be read. The media type is concluded from the format's name. Columns, header row, delimiter, line ends and encoding are unknown. */
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["RateLimited"];
            "5XX": components["responses"]["ServerError"];
            default: components["responses"]["OtherError"];
        };
    };
}
/** The credentials from your MX app. */
export interface TokenRequest {
    /** Names the set of credentials. */
    client_id: string;
    /** The secret of that set. MX shows it once, when the set is made. */
    client_secret: string;
}
/**
 * The token, under a name that is not known. Read `access_token`, else `token`.
 *
 * Evidence: inferred (MX Request Token, Consent Management (https://docs.mx.com/api-reference/consent-management/reference/01-request-token) §Request Token): The body is unknown, so nothing is required. The sibling API responds with `access_token` alone; the Audience page lists the value as `token`.
 */
export interface TokenResponse {
    /** The bearer token, by the name that a sibling API uses. */
    access_token?: string | undefined;
    /** The bearer token, by the name that the Audience page uses. */
    token?: string | undefined;
    /**
     * Seconds until the token expires. When it is absent, read `exp` in the token, or count on five minutes at most.
     *
     * Evidence: inferred (MX Revoke Token, Consent Management (https://docs.mx.com/api-reference/consent-management/reference/02-revoke-token) §Revoke Token): Seen only where this sibling API describes a token (`expires_in` 300). Nothing says that the Audience Service sends it.
     */
    expires_in?: number | undefined;
    [key: string]: unknown;
}
/** The members of one audience at one institution. */
export interface AudienceMemberList {
    /**
     * The audience. Whether this is the value asked for, or the id behind a slug, is not documented.
     *
     * Evidence: inferred (MX Audience Service API (https://docs.mx.com/api-reference/audience/overview) §Responses): In the sample only, where it equals the path value of the request sample.
     */
    audience_id?: string | undefined;
    /**
     * The number of members. It should equal the length of `list`; do not fail when it does not.
     *
     * Evidence: inferred (MX Audience Service API (https://docs.mx.com/api-reference/audience/overview) §Responses): In the sample only, where it equals the length of `list`.
     */
    count?: number | undefined;
    /**
     * The institution. The request calls this value `institution_public_id`.
     *
     * Evidence: inferred (MX Audience Service API (https://docs.mx.com/api-reference/audience/overview) §Responses): In the sample only, where it equals the query value of the request sample.
     */
    institution_id?: string | undefined;
    /**
     * The members, as opaque ids, in no documented order.
     *
     * Evidence: inferred (MX Audience Service API (https://docs.mx.com/api-reference/audience/overview) §Responses): In the sample only, with 32 hexadecimal digits an item. That they are ids of members is our conclusion; no source says which ids, or whether one can occur twice.
     */
    list?: string[] | undefined;
    /**
     * The day on which the audience was last brought up to date, like `2024-03-18`. The time zone is not documented.
     *
     * Evidence: inferred (MX API Request Formats and Requirements (https://docs.mx.com/api-reference/platform-api/overview/formats-requirements) §Dates and Times): A date in the sample. MX's Platform API keeps names in `_on` for dates without a time; not proven here.
     */
    updated_on?: string | undefined;
}
/**
 * What went wrong, for people and logs. Decide by the HTTP status: MX asks not to build on codes or texts. Any field may be missing, and the body may be absent.
 *
 * Evidence: inferred (MX Errors, Platform API (https://docs.mx.com/api-reference/platform-api/overview/errors); MX Errors, SSO (https://docs.mx.com/api-reference/sso/v2/errors) §General MX Platform Errors; MX HTTP Status Codes and Errors, Nexus (https://docs.mx.com/api-reference/nexus/overview/errors)): No error of the Audience Service is documented. This takes the three forms of other MX APIs: an `error` object, an `error` text, and a `code` with a `message`.
 */
export interface ErrorModel {
    /** The text, or an object that holds it. */
    error?: string | {
        /** The text. */
        message?: string | undefined;
        /** The HTTP status in words, such as `bad_request`. */
        status?: string | undefined;
        /** The kind of error, such as `institution_maintenance_error`. */
        type?: string | undefined;
    } | undefined;
    /** A code finer than the HTTP status. */
    code?: number | string | undefined;
    /** The text, where `error` is absent. */
    message?: string | undefined;
}
