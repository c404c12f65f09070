// Generated from specs/magnify/openapi.yaml by `npm run generate`. Edit the spec, not this file.

export interface paths {
    "/oauth2/token": {
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
         * Exchanges your client id and client secret for an access token, which every other call needs. The token lives for one hour
         * (3600 seconds). There is no refresh token: when it expires, call this again.
         *
         * Keep the secret on a server; it must never reach a browser or an app.
         */
        post: operations["auth/createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/motions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List motions
         * Returns motions page by page, all of them or only those in one state.
         *
         * `from` counts items, not pages: for the next page add the number of items just received. The documented limits leave motions
         * that cannot be reached: as `from` ends at 100, pages of 100 reach the first 200 motions, and pages of 1000 the first 1100.
         * Beyond that, list one `state` at a time.
         *
         * The order of the motions is not documented, nor whether it is stable between pages.
         */
        get: operations["motions/list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/motions/{motionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a motion
         * Returns one motion by its UUID.
         */
        get: operations["motions/get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/motions/{motionId}/email-metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a motion's email metrics
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
         */
        get: operations["motions/emailMetrics/list"];
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
        OAuthError: OAuthError;
        MotionState: MotionState;
        MotionData: MotionData;
        MotionsResponse: MotionsResponse;
        Error: ErrorModel;
        AccountInfo: AccountInfo;
        UserInfo: UserInfo;
        MotionInfo: MotionInfo;
        EmailEventType: EmailEventType;
        EmailEventInfo: EmailEventInfo;
        EmailMetricDataPoint: EmailMetricDataPoint;
        MotionEmailMetricsResponse: MotionEmailMetricsResponse;
    };
    responses: {
        /** The access token is missing, malformed or expired. Obtain a new token and repeat the call once; a second 401 is final. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /** The access token lacks the scope `partner-api/motions.read`. Repeating the call does not help. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /** Too many requests. Wait before the next attempt. How many are allowed, and for how long to wait, is not published. */
        RateLimitExceeded: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorModel;
            };
        };
        /** An unexpected failure on Magnify's side. The call may be repeated later. */
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
         * The motion's UUID, in lower case and without a prefix. Ids returned by the motions endpoints start with `motion_`; remove that prefix first.
         * @example 7c9e6679-7425-40de-944b-e07fc1f90ae7
         */
        MotionId: string;
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
        /** The client's credentials and the scopes it asks for, form-encoded. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": TokenRequest;
            };
        };
        responses: {
            /** A new access token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": TokenResponse;
                };
            };
            /**
             * The request was refused: a field is missing, the grant type is not supported, or the scope is unknown. Correct the request before repeating it.
             *
             * Evidence: inferred (RFC 6749 §5.2 (https://www.rfc-editor.org/rfc/rfc6749#section-5.2)): The page shows no failing token call. It names OAuth 2.0, whose standard defines this status and body.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthError;
                };
            };
            /**
             * The client id or the client secret is wrong. Repeating the call does not help.
             *
             * Evidence: inferred (RFC 6749 §5.2 (https://www.rfc-editor.org/rfc/rfc6749#section-5.2)): The page shows no failing token call. The standard allows 400 or 401 for `invalid_client`; which one Magnify sends is not known.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": OAuthError;
                };
            };
            /**
             * Too many token requests. Wait before the next attempt, and reuse a token until it expires.
             *
             * Evidence: unknown (Magnify Partner API Documentation (https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699) §Getting an Access Token): The page names no error of the token endpoint. The API endpoints respond with 429. No source says whether this host does, or with what body.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * An unexpected failure of the authorization server. The call may be repeated later.
             *
             * Evidence: unknown (Magnify Partner API Documentation (https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699) §Getting an Access Token): The page names no error of the token endpoint. The API endpoints respond with 500. No source says whether this host does, or with what body.
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "motions/list": {
        parameters: {
            query?: {
                /**
                 * How many motions to return, 1 to 1000; 10 when absent. A note on the same page says that a page holds at most 100 items, so 100 is the largest value that both statements allow.
                 * @example 2
                 */
                size?: number | undefined;
                /**
                 * The index of the first motion to return, 0 to 100; 0 when absent. An index of items, not a page number: the first motion has the index 0.
                 * @example 0
                 */
                from?: number | undefined;
                /**
                 * Return only the motions in this state. One state per call; all states when absent.
                 * @example EXECUTING
                 */
                state?: "COMPLETED" | "DRAFT" | "EXECUTING" | "SCHEDULED" | "FAILED" | "ARCHIVED" | "CANCELLED" | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of motions, and a count of motions on all pages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MotionsResponse;
                };
            };
            /** A query parameter is not valid; `validationErrors` says which. Correct the request before repeating it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ErrorModel;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["ServerError"];
        };
    };
    "motions/get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The motion's UUID, in lower case and without a prefix. Ids returned by the motions endpoints start with `motion_`; remove that prefix first.
                 * @example 7c9e6679-7425-40de-944b-e07fc1f90ae7
                 */
                motionId: components["parameters"]["MotionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The motion. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MotionData;
                };
            };
            /** The motion id is not a UUID in lower case; `validationErrors` says so. Correct the id before repeating the call. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ErrorModel;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** There is no motion with this id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ErrorModel;
                };
            };
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["ServerError"];
        };
    };
    "motions/emailMetrics/list": {
        parameters: {
            query?: {
                /**
                 * The index of the first event to return, 0 to 99900; 0 when absent. An index of items, not a page number: the first event has the index 0.
                 * @example 0
                 */
                from?: number | undefined;
                /**
                 * How many events to return, 1 to 100; 10 when absent.
                 * @example 2
                 */
                size?: number | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * The motion's UUID, in lower case and without a prefix. Ids returned by the motions endpoints start with `motion_`; remove that prefix first.
                 * @example 7c9e6679-7425-40de-944b-e07fc1f90ae7
                 */
                motionId: components["parameters"]["MotionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of email events, and the number of all events of the motion. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MotionEmailMetricsResponse;
                };
            };
            /** A parameter is not valid; `validationErrors` says which. Correct the request before repeating it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ErrorModel;
                };
            };
            401: components["responses"]["Unauthorized"];
            /** The access token lacks the scope `partner-api/motions.read`, or your client may not see this motion. Repeating the call does not help. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ErrorModel;
                };
            };
            /** There is no motion with this id, or the motion has no email metrics. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ErrorModel;
                };
            };
            429: components["responses"]["RateLimitExceeded"];
            500: components["responses"]["ServerError"];
        };
    };
}
/** What a client sends to obtain an access token. */
export interface TokenRequest {
    /**
     * The OAuth 2.0 flow. There is only this one.
     * @constant
     */
    grant_type: "client_credentials";
    /** Your OAuth 2.0 client id. */
    client_id: string;
    /** Your OAuth 2.0 client secret. */
    client_secret: string;
    /** The scopes to ask for, separated by spaces. The only published scope is `partner-api/motions.read`. */
    scope: string;
}
/** An access token. */
export interface TokenResponse {
    /** The access token, a JWT, to be sent as a bearer token. What it holds is not documented. */
    access_token: string;
    /** The kind of token, `Bearer`. */
    token_type?: string | undefined;
    /** The token's lifetime in seconds, 3600. */
    expires_in?: number | undefined;
}
/**
 * Why the token endpoint refused a request. Read the status first; any field may be absent.
 *
 * Evidence: inferred (RFC 6749 §5.2 (https://www.rfc-editor.org/rfc/rfc6749#section-5.2)): The page shows no failing token call. It names OAuth 2.0, whose standard defines this body and requires `error`. Nothing is required here, because no source says that Magnify follows it.
 */
export interface OAuthError {
    /** The error code. Other codes than the listed ones may occur. */
    error?: "invalid_request" | "invalid_client" | "invalid_grant" | "unauthorized_client" | "unsupported_grant_type" | "invalid_scope" | (string & {}) | undefined;
    /** An explanation for developers. */
    error_description?: string | undefined;
    /** The address of a page about the error. */
    error_uri?: string | undefined;
}
/** A motion's state. What each state means is not documented; other states than the listed ones may come. */
export type MotionState = "COMPLETED" | "DRAFT" | "EXECUTING" | "SCHEDULED" | "FAILED" | "ARCHIVED" | "CANCELLED" | (string & {});
/** A motion. */
export interface MotionData {
    /** The motion's id, printed as `motion_` and a UUID. Remove the prefix to use it as `motionId` or to compare it with the id in the email metrics. */
    id: string;
    /** The motion's name, for people. */
    name: string;
    /** The motion's version number. */
    version: number;
    /**
     * Format: int64
     * When the motion was created, in milliseconds since 1970-01-01T00:00:00Z.
     */
    createdAt: number;
    /** The id of the user who created the motion. */
    createdBy: string;
    /** A motion's state. What each state means is not documented; other states than the listed ones may come. */
    state: MotionState;
}
/** One page of motions. */
export interface MotionsResponse {
    /** How many motions there are in all, not only on this page. Whether `state` narrows this count is not documented. */
    total: number;
    /** The motions of this page. */
    data: MotionData[];
}
/** The body of every error response of the API. Decide by the HTTP status; the texts are for people. Any field may be absent. */
export interface ErrorModel {
    /** The kind of error, as a path such as `/errors/motions`. */
    type?: string | undefined;
    /** What went wrong, for people. */
    message?: string | undefined;
    /** More about what went wrong. */
    detail?: string | undefined;
    /** The HTTP status. */
    status?: number | undefined;
    /** The path of the request that failed. */
    instance?: string | undefined;
    /** One text for each parameter that is not valid. Sent with a 400 only; otherwise absent or empty. */
    validationErrors?: string[] | undefined;
}
/**
 * The account that the event belongs to.
 *
 * Evidence: inferred (Magnify Partner API Documentation (https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699) §Get Email Metrics for a Motion): The page names this type and never defines it. The fields are those of the printed response.
 */
export interface AccountInfo {
    /** The account's id. */
    id?: string | undefined;
    /** The account's name. */
    name?: string | undefined;
}
/**
 * The user whom the email was sent to. Personal data.
 *
 * Evidence: inferred (Magnify Partner API Documentation (https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699) §Get Email Metrics for a Motion): The page names this type and never defines it. The fields are those of the printed response; that the user is the email's recipient is a conclusion from the event types.
 */
export interface UserInfo {
    /** The user's id. */
    id?: string | undefined;
    /** The user's name. */
    name?: string | undefined;
}
/**
 * The motion that sent the email.
 *
 * Evidence: inferred (Magnify Partner API Documentation (https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699) §Get Email Metrics for a Motion): The page names this type and never defines it. The fields are those of the printed response. Its `version` is `"1"`, where a motion's is the integer `1`; both are allowed here.
 */
export interface MotionInfo {
    /** The motion's UUID. Unlike `id` of a motion, it is printed without the prefix `motion_`. */
    id?: string | undefined;
    /** The motion's name. */
    name?: string | undefined;
    /** The motion's version number, printed as a string here and as an integer in a motion. */
    version?: string | number | undefined;
}
/**
 * What happened to the email. Other types than the listed ones may come.
 *
 * - `magnify_send_email_processed`: it is ready to be sent.
 * - `magnify_send_email_deferred`: sending is delayed for now, for example by a temporary failure or a rate limit.
 * - `magnify_send_email_delivered`: the recipient's mail server has accepted it.
 * - `magnify_send_email_open`: the recipient has opened it.
 * - `magnify_send_email_click`: the recipient has clicked a link in it.
 * - `magnify_send_email_bounce`: it could not be delivered and came back.
 * - `magnify_send_email_dropped`: it was given up without delivery, for example by a spam filter or for an invalid recipient.
 * - `magnify_send_email_spamreport`: the recipient has marked it as spam.
 * - `magnify_send_email_unsubscribe`: the recipient has unsubscribed from emails.
 * - `magnify_send_email_group_unsubscribe`: the recipient has unsubscribed from one group of emails.
 * - `magnify_send_email_group_resubscribe`: the recipient has subscribed again to a group left before.
 */
export type EmailEventType = "magnify_send_email_processed" | "magnify_send_email_deferred" | "magnify_send_email_delivered" | "magnify_send_email_open" | "magnify_send_email_click" | "magnify_send_email_bounce" | "magnify_send_email_dropped" | "magnify_send_email_spamreport" | "magnify_send_email_unsubscribe" | "magnify_send_email_group_unsubscribe" | "magnify_send_email_group_resubscribe" | (string & {});
/**
 * What happened to the email, and which template it was made from.
 *
 * Evidence: inferred (Magnify Partner API Documentation (https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699) §Get Email Metrics for a Motion): The page names this type and explains only its `type`. The other fields, and what they mean, come from the printed response.
 */
export interface EmailEventInfo {
    /** The id of the email template. */
    templateId?: string | undefined;
    /** The version of the email template. */
    templateVersion?: number | undefined;
    /**
     * What happened to the email. Other types than the listed ones may come.
     *
     * - `magnify_send_email_processed`: it is ready to be sent.
     * - `magnify_send_email_deferred`: sending is delayed for now, for example by a temporary failure or a rate limit.
     * - `magnify_send_email_delivered`: the recipient's mail server has accepted it.
     * - `magnify_send_email_open`: the recipient has opened it.
     * - `magnify_send_email_click`: the recipient has clicked a link in it.
     * - `magnify_send_email_bounce`: it could not be delivered and came back.
     * - `magnify_send_email_dropped`: it was given up without delivery, for example by a spam filter or for an invalid recipient.
     * - `magnify_send_email_spamreport`: the recipient has marked it as spam.
     * - `magnify_send_email_unsubscribe`: the recipient has unsubscribed from emails.
     * - `magnify_send_email_group_unsubscribe`: the recipient has unsubscribed from one group of emails.
     * - `magnify_send_email_group_resubscribe`: the recipient has subscribed again to a group left before.
     */
    type?: EmailEventType | undefined;
}
/** One email event, and whom it concerns. */
export interface EmailMetricDataPoint {
    /**
     * The account that the event belongs to.
     *
     * Evidence: inferred (Magnify Partner API Documentation (https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699) §Get Email Metrics for a Motion): The page names this type and never defines it. The fields are those of the printed response.
     */
    account: AccountInfo;
    /**
     * The user whom the email was sent to. Personal data.
     *
     * Evidence: inferred (Magnify Partner API Documentation (https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699) §Get Email Metrics for a Motion): The page names this type and never defines it. The fields are those of the printed response; that the user is the email's recipient is a conclusion from the event types.
     */
    user: UserInfo;
    /**
     * The motion that sent the email.
     *
     * Evidence: inferred (Magnify Partner API Documentation (https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699) §Get Email Metrics for a Motion): The page names this type and never defines it. The fields are those of the printed response. Its `version` is `"1"`, where a motion's is the integer `1`; both are allowed here.
     */
    motion: MotionInfo;
    /**
     * What happened to the email, and which template it was made from.
     *
     * Evidence: inferred (Magnify Partner API Documentation (https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699) §Get Email Metrics for a Motion): The page names this type and explains only its `type`. The other fields, and what they mean, come from the printed response.
     */
    emailEvent: EmailEventInfo;
    /**
     * Format: int64
     * When the event occurred, in milliseconds since 1970-01-01T00:00:00Z.
     */
    occurredAt: number;
}
/** One page of a motion's email events. */
export interface MotionEmailMetricsResponse {
    /** How many email events the motion has in all, not only on this page. */
    total: number;
    /** The email events of this page. */
    data: EmailMetricDataPoint[];
}
