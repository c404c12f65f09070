// Generated from specs/magnetiq/openapi.yaml by `npm run generate`. Edit the spec, not this file.

export interface paths {
    "/auth/token": {
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
         * Issues an access token, to be sent as the Bearer credential of the other operations. The page calls it in two ways: with a client id and secret in the body and no `Authorization` header, or with an API key as Bearer and no body. Choose one of them.
         */
        post: operations["auth/createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh an access token
         * Exchanges the token that is sent as Bearer for a fresh one. There is no body. The page does not say whether the old token stays valid, or whether an expired one can still be refreshed.
         */
        post: operations["auth/refreshToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List consumers
         * Returns consumers one page at a time, all of them or those that pass a filter.
         */
        get: operations["consumers/list"];
        put?: never;
        /**
         * Create a consumer
         * Adds a consumer. Not safe to repeat: the page offers no idempotency key, so a second request after a lost response may create a second consumer.
         */
        post: operations["consumers/create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consumers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a consumer
         * Returns one consumer by its id.
         */
        get: operations["consumers/get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/brands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List brands
         * Returns brands one page at a time.
         */
        get: operations["brands/list"];
        put?: never;
        /**
         * Create a brand
         * Adds a brand. Not safe to repeat: the page offers no idempotency key, so a second request after a lost response may create a second brand.
         */
        post: operations["brands/create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/brands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a brand
         * Returns one brand by its id.
         */
        get: operations["brands/get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/engagement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get engagement metrics
         * Returns engagement metrics. The page names neither the metrics nor a parameter, such as a range of dates.
         */
        get: operations["analytics/engagement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/conversion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get conversion metrics
         * Returns conversion metrics. The page names neither the metrics nor a parameter, such as a range of dates.
         */
        get: operations["analytics/conversion"];
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
        ConsumerFilter: ConsumerFilter;
        ConsumerInput: ConsumerInput;
        Consumer: Consumer;
        ConsumerList: ConsumerList;
        BrandInput: BrandInput;
        Brand: Brand;
        BrandList: BrandList;
        Metrics: Metrics;
        Error: ErrorModel;
    };
    responses: {
        /** The request was not acceptable; often a required parameter is missing. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /** The credential is missing or not valid. An expired token is not told apart from a wrong key. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /** The credential is valid but may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /** Nothing has this id. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /** The plan's limit for the hour or for the minute is used up. How a response says which one is not known. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /** The request failed on the vendor's side. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
    };
    parameters: {
        /**
         * How many items a page holds at most. The vendor's default and maximum are unknown.
         *
         * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Fetching Consumers Example): The SDK sample passes it when it lists consumers. The name in the query, and its use for brands, are our conclusion.
         * @example 2
         */
        Limit: number;
        /**
         * Which page to return, counted from 1.
         *
         * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Fetching Consumers Example): The SDK sample passes 1 for consumers. The name in the query, 1 as the first page and the use for brands are our conclusion.
         * @example 1
         */
        Page: number;
    };
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
        /** The client credentials. Leave the body out when an API key is sent as Bearer. */
        requestBody?: {
            content: {
                "application/json": TokenRequest;
                /** Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Introduction): Unverified. The page says so of request bodies in general, but each of its curl commands declares JSON. Prefer JSON. */
                "application/x-www-form-urlencoded": TokenRequest;
            };
        } | undefined;
        responses: {
            /** The access token. */
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
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    "auth/refreshToken": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * The fresh access token.
             *
             * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Authentication Endpoints): The page shows no response. We expect that of auth/createToken, because both issue a token.
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
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    "consumers/list": {
        parameters: {
            query?: {
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
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of consumers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ConsumerList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    "consumers/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The consumer to create. The page names none of its fields.
         *
         * Evidence: unknown (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Consumers Endpoints): The curl command declares JSON and sends no body. That one is needed is our conclusion.
         */
        requestBody: {
            content: {
                "application/json": ConsumerInput;
            };
        };
        responses: {
            /** The new consumer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Consumer;
                };
            };
            /**
             * The new consumer.
             *
             * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Errors): The table lists 200 as the only success, but speaks of 2xx codes in general; 201 is usual for a create.
             */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Consumer;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    "consumers/get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The consumer's id.
                 *
                 * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Consumers Endpoints): The page prints the placeholder in the path but no id. Any text that is not empty is accepted.
                 * @example consumer-1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The consumer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Consumer;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    "brands/list": {
        parameters: {
            query?: {
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
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of brands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": BrandList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    "brands/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The brand to create. The page names none of its fields.
         *
         * Evidence: unknown (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Brands Endpoints): The curl command declares JSON and sends no body. That one is needed is our conclusion.
         */
        requestBody: {
            content: {
                "application/json": BrandInput;
            };
        };
        responses: {
            /** The new brand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Brand;
                };
            };
            /**
             * The new brand.
             *
             * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Errors): The table lists 200 as the only success, but speaks of 2xx codes in general; 201 is usual for a create.
             */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Brand;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    "brands/get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The brand's id.
                 *
                 * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Brands Endpoints): The page prints the placeholder in the path but no id. Any text that is not empty is accepted.
                 * @example brand-1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The brand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Brand;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    "analytics/engagement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The engagement metrics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Metrics;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    "analytics/conversion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The conversion metrics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Metrics;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
}
/** The client credentials that an access token is issued for. */
export interface TokenRequest {
    /** The client's id. */
    client_id: string;
    /** The client's secret. Keep it out of browsers and repositories. */
    client_secret: string;
}
/**
 * An access token.
 *
 * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Authentication Example): The SDK sample reads `access_token` and `expires_in` from its result; that the response is that object is our conclusion.
 */
export interface TokenResponse {
    /** The token to send as Bearer. */
    access_token: string;
    /** The token's lifetime in seconds, as a number or as a numeric string. */
    expires_in?: number | string | undefined;
    [key: string]: unknown;
}
/**
 * Conditions on the consumers to list. The page shows two; whether there are others is unknown.
 *
 * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Fetching Consumers Example): From the arguments of the SDK sample. The meanings are read from the names.
 */
export interface ConsumerFilter {
    /** The segment that a consumer belongs to. */
    segment?: string | undefined;
    /**
     * Format: date
     * The day after which a consumer was created.
     */
    created_after?: string | undefined;
    [key: string]: unknown;
}
/**
 * A consumer to create. Its fields are unknown.
 *
 * Evidence: unknown (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Consumers Endpoints): The page prints no consumer and names none of its fields.
 */
export interface ConsumerInput {
    [key: string]: unknown;
}
/**
 * A consumer. All its fields but the id are unknown.
 *
 * Evidence: unknown (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Consumers Endpoints): The page prints no consumer and names none of its fields.
 */
export interface Consumer {
    /**
     * The id that `consumers/get` takes.
     *
     * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Consumers Endpoints): The path takes an id, so a consumer should carry one. Its name and type are not shown.
     */
    id?: string | number | undefined;
    [key: string]: unknown;
}
/**
 * One page of consumers.
 *
 * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Fetching Consumers Example): The SDK sample reads `total` and `data` from what it gets for consumers. That the response itself is this object, and that brands have the same one, is our conclusion; neither field is required.
 */
export interface ConsumerList {
    /** How many consumers there are on all pages. */
    total?: number | undefined;
    /** The consumers of this page. */
    data?: Consumer[] | undefined;
}
/**
 * A brand to create. Its fields are unknown.
 *
 * Evidence: unknown (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Brands Endpoints): The page prints no brand and names none of its fields.
 */
export interface BrandInput {
    [key: string]: unknown;
}
/**
 * A brand. All its fields but the id are unknown.
 *
 * Evidence: unknown (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Brands Endpoints): The page prints no brand and names none of its fields.
 */
export interface Brand {
    /**
     * The id that `brands/get` takes.
     *
     * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Brands Endpoints): The path takes an id, so a brand should carry one. Its name and type are not shown.
     */
    id?: string | number | undefined;
    [key: string]: unknown;
}
/**
 * One page of brands.
 *
 * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Fetching Consumers Example): The SDK sample reads `total` and `data` from what it gets for consumers. That the response itself is this object, and that brands have the same one, is our conclusion; neither field is required.
 */
export interface BrandList {
    /** How many brands there are on all pages. */
    total?: number | undefined;
    /** The brands of this page. */
    data?: Brand[] | undefined;
}
/**
 * Engagement or conversion metrics. Their names are unknown.
 *
 * Evidence: unknown (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Analytics Endpoints): The page prints no metrics and no response. That the response is an object is our conclusion.
 */
export interface Metrics {
    [key: string]: unknown;
}
/**
 * What went wrong, in an unknown form. Go by the HTTP status, and keep the body for people and logs.
 *
 * Evidence: unknown (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Errors): The page prints no error body.
 */
export interface ErrorModel {
    /**
     * What went wrong, in words.
     *
     * Evidence: inferred (MAGNETIQ API Reference (https://www.magnetiq.xyz/api-reference) §Code Examples, Authentication Example): The SDK samples print `error.message`, which may be the SDK's own text rather than the response's.
     */
    message?: string | undefined;
    [key: string]: unknown;
}
