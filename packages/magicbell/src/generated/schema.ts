// Generated from specs/magicbell/openapi.yaml by `npm run generate`. Edit the spec, not this file.

export interface paths {
    "/broadcasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List broadcasts
         * Lists the broadcasts of the project, the latest sent first.
         */
        get: operations["broadcasts/list"];
        put?: never;
        /**
         * Send a broadcast
         * Sends a notification to each of up to 1000 recipients: users, users that an expression matches, or the subscribers of a topic. A user that does not exist yet is created, and attributes sent with a recipient are stored. The work is done later; `status` says how far it got. A retry can send the broadcast twice, since no idempotency key is documented here.
         */
        post: operations["broadcasts/create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/broadcasts/{broadcast_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a broadcast
         * Reads a broadcast, with how far it got.
         */
        get: operations["broadcasts/get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/broadcasts/{broadcast_id}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the notifications of a broadcast
         * Lists the notifications that a broadcast made, one for each user, with what happened on each channel.
         */
        get: operations["broadcasts/notifications/list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the user's notifications
         * Lists the notifications in the user's inbox, the latest first, with the counts of unseen and unread ones.
         */
        get: operations["notifications/list"];
        put?: never;
        /**
         * Send a notification
         * Sends a notification to up to 1000 recipients in one request. A user that does not exist yet is created, and attributes sent with a recipient are stored. The response says that the notification is accepted; it reaches the inboxes a moment later. With an idempotency key a request can be sent again without sending the notification twice.
         */
        post: operations["notifications/create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{notification_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a notification
         * Reads one notification of the user's inbox.
         */
        get: operations["notifications/get"];
        put?: never;
        post?: never;
        /**
         * Delete a notification
         * Removes a notification from the user's inbox at once, also in inboxes that are open.
         */
        delete: operations["notifications/delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{notification_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a notification as read
         * Marks a notification of the user as read, and with that as seen.
         */
        post: operations["notifications/markAsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{notification_id}/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a notification as unread
         * Marks a notification of the user as unread.
         */
        post: operations["notifications/markAsUnread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{notification_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a notification
         * Puts a notification of the user into the archive.
         */
        post: operations["notifications/archive"];
        /**
         * Unarchive a notification
         * Takes a notification of the user out of the archive.
         */
        delete: operations["notifications/unarchive"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notifications as read
         * Marks all notifications of the user as read, or those that the filters select. Open inboxes follow at once. Danger: a filter that the server does not know may be ignored, and then all are marked. The sources disagree on the names of the filters by category and topic. The client sends one value under both names. Several values have one name only.
         */
        post: operations["notifications/markAllAsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notifications as seen
         * Marks all notifications of the user as seen, or those that the filters select. Open inboxes follow at once. Danger: a filter that the server does not know may be ignored, and then all are marked. The sources disagree on the names of the filters by category and topic. The client sends one value under both names. Several values have one name only.
         */
        post: operations["notifications/markAllAsSeen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * Lists the users of the project. The list can be narrowed by time and put in order.
         */
        get: operations["users/list"];
        put?: never;
        /**
         * Create a user
         * Creates a user, or updates the one with the same identifier. An email address or an external id must be given. Users need not be created in advance, since sending a notification creates them too.
         */
        post: operations["users/create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a user
         * Reads a user by MagicBell's id.
         */
        get: operations["users/get"];
        /**
         * Update a user
         * Changes the fields of a user that are sent. Where users are known by email address, a new address must be brought here, or the user loses sight of older notifications.
         */
        put: operations["users/update"];
        post?: never;
        /**
         * Delete a user
         * Deletes a user at once.
         */
        delete: operations["users/delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the notifications of a user
         * Lists what was sent to one user, with what happened on each channel.
         */
        get: operations["users/notifications/list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user_id}/push_subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the push subscriptions of a user
         * Lists the devices and browsers of one user that receive push notifications.
         */
        get: operations["users/pushSubscriptions/list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push_subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List push subscriptions
         * Lists the devices of the user. The response mentions pages, but the vendor documents no parameter to request another one.
         */
        get: operations["pushSubscriptions/list"];
        put?: never;
        /**
         * Register a device
         * Registers a device of the user for push notifications. They arrive only if the project has the channel set up and turned on.
         */
        post: operations["pushSubscriptions/create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push_subscriptions/{device_token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a device
         * Removes a device of the user, so that it no longer receives push notifications.
         */
        delete: operations["pushSubscriptions/delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification_preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get notification preferences
         * Says which categories the user wants on which channels. A channel that the user never turned off is on, as long as the project uses it.
         */
        get: operations["notificationPreferences/get"];
        /**
         * Update notification preferences
         * Turns channels of categories on or off for the user. It takes effect on the channels that the project uses. Danger: whether the server keeps the preferences of categories that the body does not name is not documented. Send all of them to be sure.
         */
        put: operations["notificationPreferences/update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List subscriptions
         * Lists all topics that the user subscribed to or unsubscribed from. No paging is documented.
         */
        get: operations["subscriptions/list"];
        put?: never;
        /**
         * Subscribe to a topic
         * Subscribes the user to categories of a topic, or to all of them with `*`. A user who had unsubscribed is subscribed again. A subscription also covers the topics whose name contains this one.
         */
        post: operations["subscriptions/create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{topic}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a subscription
         * Says what the user follows of one topic.
         */
        get: operations["subscriptions/get"];
        put?: never;
        post?: never;
        /**
         * Delete subscriptions to a topic
         * Removes the user's subscriptions to categories of a topic. Danger: a server that does not find the categories in the body may remove all of the topic, and the sources disagree on where it looks. So name them twice, in `categories` and in `subscription.categories`. The client does it. To remove all categories, name `*`. How this differs from unsubscribing is not documented.
         */
        delete: operations["subscriptions/delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{topic}/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unsubscribe from a topic
         * Unsubscribes the user from categories of a topic, or from all of them with `*`. Notifications of these no longer reach the user, even where the user is named as a recipient. Danger: what a list without categories does is not documented; it may mean all of the topic. The client refuses it.
         */
        post: operations["subscriptions/unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import users
         * Hands over many users at once. The work is done later; ask for the import by its id until its status is `processed`. An import can also tie users to Slack channels, if the Slack app is set up.
         */
        post: operations["imports/create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an import
         * Says how far an import got, and which records failed and why. Failed records are in this response and do not make it fail.
         */
        get: operations["imports/get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get metrics by day
         * Counts of broadcasts, of the notifications they made and of the users they reached, one row a day. How many days it covers is not documented, and nothing can be chosen.
         */
        get: operations["metrics/get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get metrics by category
         * Counts of broadcasts, of the notifications they made and of the users they reached, one row a category. The period it covers is not documented.
         */
        get: operations["metrics/categories/get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get metrics by topic
         * Counts of broadcasts, of the notifications they made and of the users they reached, one row a topic. The period it covers is not documented.
         */
        get: operations["metrics/topics/get"];
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
        Recipient: Recipient;
        BroadcastStatus: BroadcastStatus;
        Broadcast: Broadcast;
        BroadcastPage: BroadcastPage;
        Error: ErrorModel;
        Errors: Errors;
        EmailRecipientInput: EmailRecipientInput;
        ExternalIdRecipientInput: ExternalIdRecipientInput;
        MatchesRecipientInput: MatchesRecipientInput;
        TopicRecipientInput: TopicRecipientInput;
        RecipientInput: RecipientInput;
        ChannelOverrideInput: ChannelOverrideInput;
        OverridesInput: OverridesInput;
        BroadcastInput: BroadcastInput;
        BroadcastInputEnvelope: BroadcastInputEnvelope;
        BroadcastEnvelope: BroadcastEnvelope;
        User: User;
        Delivery: Delivery;
        BroadcastNotification: BroadcastNotification;
        BroadcastNotificationPage: BroadcastNotificationPage;
        NotificationDelivery: NotificationDelivery;
        NotificationPage: NotificationPage;
        NotificationInput: NotificationInput;
        NotificationInputEnvelope: NotificationInputEnvelope;
        Notification: Notification;
        NotificationEnvelope: NotificationEnvelope;
        NotificationDeliveryEnvelope: NotificationDeliveryEnvelope;
        UserPage: UserPage;
        UserInput: UserInput;
        UserInputEnvelope: UserInputEnvelope;
        UserEnvelope: UserEnvelope;
        UserNotification: UserNotification;
        UserNotificationPage: UserNotificationPage;
        PushSubscription: PushSubscription;
        PushSubscriptionPage: PushSubscriptionPage;
        PushSubscriptionInput: PushSubscriptionInput;
        PushSubscriptionInputEnvelope: PushSubscriptionInputEnvelope;
        CreatedPushSubscription: CreatedPushSubscription;
        CreatedPushSubscriptionEnvelope: CreatedPushSubscriptionEnvelope;
        NotificationPreferences: NotificationPreferences;
        NotificationPreferencesEnvelope: NotificationPreferencesEnvelope;
        NotificationPreferencesInput: NotificationPreferencesInput;
        NotificationPreferencesInputEnvelope: NotificationPreferencesInputEnvelope;
        Subscription: Subscription;
        SubscriptionList: SubscriptionList;
        SubscriptionCategoryInput: SubscriptionCategoryInput;
        SubscriptionInputEnvelope: SubscriptionInputEnvelope;
        SubscriptionEnvelope: SubscriptionEnvelope;
        SubscriptionCategoryDeletionInput: SubscriptionCategoryDeletionInput;
        SubscriptionDeletionInput: SubscriptionDeletionInput;
        UnsubscriptionInputEnvelope: UnsubscriptionInputEnvelope;
        ImportUserInput: ImportUserInput;
        ImportInputEnvelope: ImportInputEnvelope;
        Import: Import;
        ImportEnvelope: ImportEnvelope;
        Metrics: Metrics;
    };
    responses: {
        /** Credentials are missing or wrong. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Errors;
            };
        };
        /**
         * The credentials are right, yet do not allow this.
         *
         * Evidence: inferred (https://www.magicbell.com/docs/rest-api/overview §Client errors): The page lists the code `forbidden` without a status and without naming operations. 403 is the status of that name, so it stands on every operation. The message in the example is ours.
         */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Errors;
            };
        };
        /**
         * Something in the request is missing or not valid.
         *
         * Evidence: inferred (https://www.magicbell.com/docs/rest-api/overview §Client errors): The page says that an incorrect request gives a 4xx. The official file has a 422 on other operations, and none on this one.
         */
        InvalidInputInferred: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Errors;
            };
        };
        /** You sent more requests than the limits allow. The body may be absent. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Errors;
            };
        };
        /** MagicBell failed. What the body holds is not documented. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /**
         * There is nothing with this id.
         *
         * Evidence: inferred (https://www.magicbell.com/docs/rest-api/overview §Client errors): The page says that an unknown resource gives a 4xx. The official file has a 404 on other operations that take an id, and none on this one.
         */
        NotFoundInferred: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Errors;
            };
        };
        /** Something in the request is missing or not valid. */
        InvalidInput: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Errors;
            };
        };
        /** There is nothing with this id. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Errors;
            };
        };
        /** Done. There is no body. */
        NoContent: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * The page, counted from 1.
         * @example 1
         */
        Page: number;
        /**
         * How many items a page holds. The largest number allowed is not documented.
         * @example 2
         */
        PerPage: number;
        /**
         * The id of the broadcast.
         * @example 5f0f2f5c-4f0a-4a55-9a3e-3d6b7f1c2a10
         */
        BroadcastId: string;
        /**
         * How many notifications a page holds, from 1 to 100.
         * @example 2
         */
        InboxPerPage: number;
        /**
         * Only notifications that are read (`true`) or unread (`false`). Without it, both.
         * @example false
         */
        ReadFilter: boolean;
        /**
         * Only notifications that are seen (`true`) or unseen (`false`). Without it, both.
         * @example false
         */
        SeenFilter: boolean;
        /**
         * Only notifications that are archived (`true`) or not (`false`). Send it where it matters, since the sources disagree on what comes without it.
         * @example false
         */
        ArchivedFilter: boolean;
        /**
         * Only notifications of this category. `uncategorized` selects those without one.
         *
         * Evidence: unknown (magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0 and packages/magicbell/src/schemas/notifications.ts): In conflict: the official SDK's schemas come from a later v1 file that is not public. The public file of 2023 has `categories` instead. What a server does with the name that it does not know is unknown.
         * @example order_ready
         */
        CategoryFilter: string;
        /**
         * Only notifications of this topic.
         *
         * Evidence: unknown (magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0 and packages/magicbell/src/schemas/notifications.ts): In conflict: the official SDK's schemas come from a later v1 file that is not public. The public file of 2023 has `topics` instead. What a server does with the name that it does not know is unknown.
         * @example order:33098
         */
        TopicFilter: string;
        /**
         * @deprecated
         * Only notifications of these categories. Use `category`, since MagicBell no longer supports several values.
         *
         * Evidence: unknown (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0): In conflict: the file has this parameter, as an array or a comma-separated string. The SDK of 2024 renamed it to `category` and said that several values had not been supported for a while. Marked deprecated for that reason.
         * @example [
         *   "order_ready"
         * ]
         */
        CategoriesFilter: string[];
        /**
         * @deprecated
         * Only notifications of these topics. Use `topic`, since MagicBell no longer supports several values.
         *
         * Evidence: unknown (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0): In conflict: the file has this parameter, without a word on how to write an array; commas are inferred from `categories`. The SDK of 2024 renamed it to `topic` and said that several values had not been supported for a while. Marked deprecated for that reason.
         * @example [
         *   "order:33098"
         * ]
         */
        TopicsFilter: string[];
        /**
         * A value of your own that names this request, best a random UUID. Further requests with the same value within 24 hours do nothing and get the status and the body of the first.
         * @example 0a7b3c7e-5d0f-4a0e-9c1b-6f6f2f0c8e11
         */
        IdempotencyKey: string;
        /**
         * The id of the notification in the user's inbox, as the list shows it.
         * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
         */
        NotificationId: string;
        /**
         * MagicBell's id of the user.
         * @example 3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21
         */
        UserId: string;
        /**
         * The user, in one of three forms. MagicBell's id unchanged, `email:` with the email address, or `external_id:` with your own id. The server wants `:` and `@` unescaped; both are legal in a path.
         * @example email:mary@example.com
         */
        UserKey: string;
        /**
         * The token of the device to remove.
         * @example x4doKe98yEZ21Kum2Qq39M3b8jkhonuIupobyFnL0wJMSWAZ8zoTp2dyHgV
         */
        DeviceToken: string;
        /**
         * The version of the response. Only these two operations need it; without it the response has another format.
         * @example v2
         */
        AcceptVersion: "v2";
        /**
         * The topic. It may hold dots and colons.
         * @example acme-inc.orders.1234
         */
        SubscriptionTopic: string;
        /**
         * The id of the import, as its creation returned it.
         * @example 67e839ab-98a8-48cf-9bcb-12d2b906c9c3
         */
        ImportId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    "broadcasts/list": {
        parameters: {
            query?: {
                /**
                 * The page, counted from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"] | undefined;
                /**
                 * How many items a page holds. The largest number allowed is not documented.
                 * @example 2
                 */
                per_page?: components["parameters"]["PerPage"] | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of broadcasts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": BroadcastPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInputInferred"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "broadcasts/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": BroadcastInputEnvelope;
            };
        };
        responses: {
            /**
             * The broadcast is accepted.
             *
             * Evidence: inferred (https://developers.qodex.ai/magicbell/magicbell-rest-api/broadcasts/create-broadcasts; magicbell/magicbell-js @ ca473595 packages/magicbell/src/schemas/broadcasts.ts): The SDK gives the body. That the status is 201 follows from a third party's copy of MagicBell's Postman collection, which says "Created".
             */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": BroadcastEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInputInferred"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "broadcasts/get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The id of the broadcast.
                 * @example 5f0f2f5c-4f0a-4a55-9a3e-3d6b7f1c2a10
                 */
                broadcast_id: components["parameters"]["BroadcastId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The broadcast. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": BroadcastEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundInferred"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "broadcasts/notifications/list": {
        parameters: {
            query?: {
                /**
                 * The page, counted from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"] | undefined;
                /**
                 * How many items a page holds. The largest number allowed is not documented.
                 * @example 2
                 */
                per_page?: components["parameters"]["PerPage"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * The id of the broadcast.
                 * @example 5f0f2f5c-4f0a-4a55-9a3e-3d6b7f1c2a10
                 */
                broadcast_id: components["parameters"]["BroadcastId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of notifications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": BroadcastNotificationPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundInferred"];
            422: components["responses"]["InvalidInputInferred"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notifications/list": {
        parameters: {
            query?: {
                /**
                 * The page, counted from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"] | undefined;
                /**
                 * How many notifications a page holds, from 1 to 100.
                 * @example 2
                 */
                per_page?: components["parameters"]["InboxPerPage"] | undefined;
                /**
                 * Only notifications that are read (`true`) or unread (`false`). Without it, both.
                 * @example false
                 */
                read?: components["parameters"]["ReadFilter"] | undefined;
                /**
                 * Only notifications that are seen (`true`) or unseen (`false`). Without it, both.
                 * @example false
                 */
                seen?: components["parameters"]["SeenFilter"] | undefined;
                /**
                 * Only notifications that are archived (`true`) or not (`false`). Send it where it matters, since the sources disagree on what comes without it.
                 * @example false
                 */
                archived?: components["parameters"]["ArchivedFilter"] | undefined;
                /**
                 * Only notifications of this category. `uncategorized` selects those without one.
                 *
                 * Evidence: unknown (magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0 and packages/magicbell/src/schemas/notifications.ts): In conflict: the official SDK's schemas come from a later v1 file that is not public. The public file of 2023 has `categories` instead. What a server does with the name that it does not know is unknown.
                 * @example order_ready
                 */
                category?: components["parameters"]["CategoryFilter"] | undefined;
                /**
                 * Only notifications of this topic.
                 *
                 * Evidence: unknown (magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0 and packages/magicbell/src/schemas/notifications.ts): In conflict: the official SDK's schemas come from a later v1 file that is not public. The public file of 2023 has `topics` instead. What a server does with the name that it does not know is unknown.
                 * @example order:33098
                 */
                topic?: components["parameters"]["TopicFilter"] | undefined;
                /**
                 * @deprecated
                 * Only notifications of these categories. Use `category`, since MagicBell no longer supports several values.
                 *
                 * Evidence: unknown (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0): In conflict: the file has this parameter, as an array or a comma-separated string. The SDK of 2024 renamed it to `category` and said that several values had not been supported for a while. Marked deprecated for that reason.
                 * @example [
                 *   "order_ready"
                 * ]
                 */
                categories?: components["parameters"]["CategoriesFilter"] | undefined;
                /**
                 * @deprecated
                 * Only notifications of these topics. Use `topic`, since MagicBell no longer supports several values.
                 *
                 * Evidence: unknown (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0): In conflict: the file has this parameter, without a word on how to write an array; commas are inferred from `categories`. The SDK of 2024 renamed it to `topic` and said that several values had not been supported for a while. Marked deprecated for that reason.
                 * @example [
                 *   "order:33098"
                 * ]
                 */
                topics?: components["parameters"]["TopicsFilter"] | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of the inbox. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": NotificationPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInputInferred"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notifications/create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * A value of your own that names this request, best a random UUID. Further requests with the same value within 24 hours do nothing and get the status and the body of the first.
                 * @example 0a7b3c7e-5d0f-4a0e-9c1b-6f6f2f0c8e11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"] | undefined;
            } | undefined;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": NotificationInputEnvelope;
            };
        };
        responses: {
            /** The notification is accepted. One object comes back, however many recipients there are. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": NotificationEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notifications/get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The id of the notification in the user's inbox, as the list shows it.
                 * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
                 */
                notification_id: components["parameters"]["NotificationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The notification. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": NotificationDeliveryEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notifications/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The id of the notification in the user's inbox, as the list shows it.
                 * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
                 */
                notification_id: components["parameters"]["NotificationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notifications/markAsRead": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The id of the notification in the user's inbox, as the list shows it.
                 * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
                 */
                notification_id: components["parameters"]["NotificationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notifications/markAsUnread": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The id of the notification in the user's inbox, as the list shows it.
                 * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
                 */
                notification_id: components["parameters"]["NotificationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notifications/archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The id of the notification in the user's inbox, as the list shows it.
                 * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
                 */
                notification_id: components["parameters"]["NotificationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notifications/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The id of the notification in the user's inbox, as the list shows it.
                 * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
                 */
                notification_id: components["parameters"]["NotificationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notifications/markAllAsRead": {
        parameters: {
            query?: {
                /**
                 * Only notifications that are read (`true`) or unread (`false`). Without it, both.
                 * @example false
                 */
                read?: components["parameters"]["ReadFilter"] | undefined;
                /**
                 * Only notifications that are seen (`true`) or unseen (`false`). Without it, both.
                 * @example false
                 */
                seen?: components["parameters"]["SeenFilter"] | undefined;
                /**
                 * Only notifications that are archived (`true`) or not (`false`). Send it where it matters, since the sources disagree on what comes without it.
                 * @example false
                 */
                archived?: components["parameters"]["ArchivedFilter"] | undefined;
                /**
                 * Only notifications of this category. `uncategorized` selects those without one.
                 *
                 * Evidence: unknown (magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0 and packages/magicbell/src/schemas/notifications.ts): In conflict: the official SDK's schemas come from a later v1 file that is not public. The public file of 2023 has `categories` instead. What a server does with the name that it does not know is unknown.
                 * @example order_ready
                 */
                category?: components["parameters"]["CategoryFilter"] | undefined;
                /**
                 * Only notifications of this topic.
                 *
                 * Evidence: unknown (magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0 and packages/magicbell/src/schemas/notifications.ts): In conflict: the official SDK's schemas come from a later v1 file that is not public. The public file of 2023 has `topics` instead. What a server does with the name that it does not know is unknown.
                 * @example order:33098
                 */
                topic?: components["parameters"]["TopicFilter"] | undefined;
                /**
                 * @deprecated
                 * Only notifications of these categories. Use `category`, since MagicBell no longer supports several values.
                 *
                 * Evidence: unknown (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0): In conflict: the file has this parameter, as an array or a comma-separated string. The SDK of 2024 renamed it to `category` and said that several values had not been supported for a while. Marked deprecated for that reason.
                 * @example [
                 *   "order_ready"
                 * ]
                 */
                categories?: components["parameters"]["CategoriesFilter"] | undefined;
                /**
                 * @deprecated
                 * Only notifications of these topics. Use `topic`, since MagicBell no longer supports several values.
                 *
                 * Evidence: unknown (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0): In conflict: the file has this parameter, without a word on how to write an array; commas are inferred from `categories`. The SDK of 2024 renamed it to `topic` and said that several values had not been supported for a while. Marked deprecated for that reason.
                 * @example [
                 *   "order:33098"
                 * ]
                 */
                topics?: components["parameters"]["TopicsFilter"] | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInputInferred"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notifications/markAllAsSeen": {
        parameters: {
            query?: {
                /**
                 * Only notifications that are read (`true`) or unread (`false`). Without it, both.
                 * @example false
                 */
                read?: components["parameters"]["ReadFilter"] | undefined;
                /**
                 * Only notifications that are seen (`true`) or unseen (`false`). Without it, both.
                 * @example false
                 */
                seen?: components["parameters"]["SeenFilter"] | undefined;
                /**
                 * Only notifications that are archived (`true`) or not (`false`). Send it where it matters, since the sources disagree on what comes without it.
                 * @example false
                 */
                archived?: components["parameters"]["ArchivedFilter"] | undefined;
                /**
                 * Only notifications of this category. `uncategorized` selects those without one.
                 *
                 * Evidence: unknown (magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0 and packages/magicbell/src/schemas/notifications.ts): In conflict: the official SDK's schemas come from a later v1 file that is not public. The public file of 2023 has `categories` instead. What a server does with the name that it does not know is unknown.
                 * @example order_ready
                 */
                category?: components["parameters"]["CategoryFilter"] | undefined;
                /**
                 * Only notifications of this topic.
                 *
                 * Evidence: unknown (magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0 and packages/magicbell/src/schemas/notifications.ts): In conflict: the official SDK's schemas come from a later v1 file that is not public. The public file of 2023 has `topics` instead. What a server does with the name that it does not know is unknown.
                 * @example order:33098
                 */
                topic?: components["parameters"]["TopicFilter"] | undefined;
                /**
                 * @deprecated
                 * Only notifications of these categories. Use `category`, since MagicBell no longer supports several values.
                 *
                 * Evidence: unknown (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0): In conflict: the file has this parameter, as an array or a comma-separated string. The SDK of 2024 renamed it to `category` and said that several values had not been supported for a while. Marked deprecated for that reason.
                 * @example [
                 *   "order_ready"
                 * ]
                 */
                categories?: components["parameters"]["CategoriesFilter"] | undefined;
                /**
                 * @deprecated
                 * Only notifications of these topics. Use `topic`, since MagicBell no longer supports several values.
                 *
                 * Evidence: unknown (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/magicbell/CHANGELOG.md §4.0.0): In conflict: the file has this parameter, without a word on how to write an array; commas are inferred from `categories`. The SDK of 2024 renamed it to `topic` and said that several values had not been supported for a while. Marked deprecated for that reason.
                 * @example [
                 *   "order:33098"
                 * ]
                 */
                topics?: components["parameters"]["TopicsFilter"] | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInputInferred"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "users/list": {
        parameters: {
            query?: {
                /**
                 * The page, counted from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"] | undefined;
                /**
                 * How many items a page holds. The largest number allowed is not documented.
                 * @example 2
                 */
                per_page?: components["parameters"]["PerPage"] | undefined;
                /**
                 * Only users last seen before this time (RFC 3339). The colon is part of the name.
                 * @example 2023-08-01T00:00:00Z
                 */
                "last_seen_at:before"?: string | undefined;
                /**
                 * Only users last seen after this time (RFC 3339). The colon is part of the name.
                 * @example 2023-07-01T00:00:00Z
                 */
                "last_seen_at:after"?: string | undefined;
                /**
                 * Only users last notified before this time (RFC 3339). The colon is part of the name.
                 * @example 2023-08-01T00:00:00Z
                 */
                "last_notified_at:before"?: string | undefined;
                /**
                 * Only users last notified after this time (RFC 3339). The colon is part of the name.
                 * @example 2023-07-01T00:00:00Z
                 */
                "last_notified_at:after"?: string | undefined;
                /**
                 * The order of the list.
                 * @example last_seen_at,DESC
                 */
                order_by?: "created_at,ASC" | "created_at,DESC" | "last_seen_at,ASC" | "last_seen_at,DESC" | "last_notified_at,ASC" | "last_notified_at,DESC" | undefined;
            } | undefined;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInputInferred"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "users/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UserInputEnvelope;
            };
        };
        responses: {
            /** The user. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "users/get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * MagicBell's id of the user.
                 * @example 3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "users/update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The user, in one of three forms. MagicBell's id unchanged, `email:` with the email address, or `external_id:` with your own id. The server wants `:` and `@` unescaped; both are legal in a path.
                 * @example email:mary@example.com
                 */
                user_id: components["parameters"]["UserKey"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UserInputEnvelope;
            };
        };
        responses: {
            /** The current user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "users/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The user, in one of three forms. MagicBell's id unchanged, `email:` with the email address, or `external_id:` with your own id. The server wants `:` and `@` unescaped; both are legal in a path.
                 * @example email:mary@example.com
                 */
                user_id: components["parameters"]["UserKey"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "users/notifications/list": {
        parameters: {
            query?: {
                /**
                 * The page, counted from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"] | undefined;
                /**
                 * How many items a page holds. The largest number allowed is not documented.
                 * @example 2
                 */
                per_page?: components["parameters"]["PerPage"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * MagicBell's id of the user.
                 * @example 3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of notifications. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserNotificationPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundInferred"];
            422: components["responses"]["InvalidInputInferred"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "users/pushSubscriptions/list": {
        parameters: {
            query?: {
                /**
                 * The page, counted from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"] | undefined;
                /**
                 * How many items a page holds. The largest number allowed is not documented.
                 * @example 2
                 */
                per_page?: components["parameters"]["PerPage"] | undefined;
            } | undefined;
            header?: never;
            path: {
                /**
                 * MagicBell's id of the user.
                 * @example 3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of push subscriptions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": PushSubscriptionPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundInferred"];
            422: components["responses"]["InvalidInputInferred"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "pushSubscriptions/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The devices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": PushSubscriptionPage;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "pushSubscriptions/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": PushSubscriptionInputEnvelope;
            };
        };
        responses: {
            /** The device is registered. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": CreatedPushSubscriptionEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "pushSubscriptions/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The token of the device to remove.
                 * @example x4doKe98yEZ21Kum2Qq39M3b8jkhonuIupobyFnL0wJMSWAZ8zoTp2dyHgV
                 */
                device_token: components["parameters"]["DeviceToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notificationPreferences/get": {
        parameters: {
            query?: never;
            header: {
                /**
                 * The version of the response. Only these two operations need it; without it the response has another format.
                 * @example v2
                 */
                "Accept-Version": components["parameters"]["AcceptVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The preferences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": NotificationPreferencesEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "notificationPreferences/update": {
        parameters: {
            query?: never;
            header: {
                /**
                 * The version of the response. Only these two operations need it; without it the response has another format.
                 * @example v2
                 */
                "Accept-Version": components["parameters"]["AcceptVersion"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": NotificationPreferencesInputEnvelope;
            };
        };
        responses: {
            /** The preferences after the change. Whether all of them is not documented. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": NotificationPreferencesEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInputInferred"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "subscriptions/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The subscriptions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": SubscriptionList;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "subscriptions/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": SubscriptionInputEnvelope;
            };
        };
        responses: {
            /** The subscription. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": SubscriptionEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "subscriptions/get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The topic. It may hold dots and colons.
                 * @example acme-inc.orders.1234
                 */
                topic: components["parameters"]["SubscriptionTopic"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The subscription. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": SubscriptionEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "subscriptions/delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The topic. It may hold dots and colons.
                 * @example acme-inc.orders.1234
                 */
                topic: components["parameters"]["SubscriptionTopic"];
            };
            cookie?: never;
        };
        /**
         * The categories to delete, named twice. The file lets the body be absent, which may delete all of the topic.
         *
         * Evidence: unknown (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §DELETE /subscriptions/{topic}; magicbell/magicbell-js @ ca473595 packages/magicbell/src/user-resources/subscriptions.ts): The file lets the body and the categories be absent. That this deletes all of the topic is our reading, so both are required here.
         */
        requestBody: {
            content: {
                "application/json": SubscriptionDeletionInput;
            };
        };
        responses: {
            204: components["responses"]["NoContent"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFoundInferred"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "subscriptions/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The topic. It may hold dots and colons.
                 * @example acme-inc.orders.1234
                 */
                topic: components["parameters"]["SubscriptionTopic"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UnsubscriptionInputEnvelope;
            };
        };
        responses: {
            /** The current subscription. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": SubscriptionEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "imports/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": ImportInputEnvelope;
            };
        };
        responses: {
            /** The import is accepted. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ImportEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["InvalidInput"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "imports/get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * The id of the import, as its creation returned it.
                 * @example 67e839ab-98a8-48cf-9bcb-12d2b906c9c3
                 */
                import_id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ImportEnvelope;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "metrics/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Metrics;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "metrics/categories/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Metrics;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
    "metrics/topics/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Metrics;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            "5XX": components["responses"]["ServerError"];
        };
    };
}
/** Whom a broadcast went to, as it was sent. */
export interface Recipient {
    /** The email address of a user. */
    email?: string | null | undefined;
    /** Your own id of a user. */
    external_id?: string | null | undefined;
    /** An expression over the attributes of users; `*` is everybody. */
    matches?: string | undefined;
    /** The subscribers of the broadcast's topic. */
    topic?: {
        /** Whether the subscribers receive it. */
        subscribers?: boolean | undefined;
    } | undefined;
    [key: string]: unknown;
}
/** How far a broadcast got. */
export interface BroadcastStatus {
    /** The state of the work. */
    status: "enqueued" | "processing" | "processed" | (string & {});
    /** The work in numbers. */
    summary: {
        /** How many recipients the broadcast was sent to. */
        total: number;
        /** How many of them failed. */
        failures: number;
    };
    /** What went wrong. The shape of an entry is not documented. */
    errors: {
        [key: string]: unknown;
    }[];
}
/** One message to many recipients. MagicBell makes a notification of it for each recipient. */
export interface Broadcast {
    /** The id of the broadcast. */
    id: string;
    /** The title. */
    title: string;
    /** The text or HTML below the title. */
    content?: string | null | undefined;
    /** Where a click leads. It may be an empty string. */
    action_url?: string | null | undefined;
    /** The category its notifications belong to. */
    category?: string | null | undefined;
    /** The topic its notifications belong to. */
    topic?: string | null | undefined;
    /** The data you attached. */
    custom_attributes?: {
        [key: string]: unknown;
    } | null | undefined;
    /**
     * What differs for single channels or providers.
     *
     * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0)): The file has an object here. Null is allowed because a request may send null.
     */
    overrides?: {
        [key: string]: unknown;
    } | null | undefined;
    /** Whom it goes to. */
    recipients: Recipient[];
    /** How far a broadcast got. */
    status: BroadcastStatus;
    /**
     * Format: date-time
     * When it was sent.
     */
    sent_at?: string | null | undefined;
    /**
     * Format: date-time
     * When it was made.
     */
    created_at: string;
}
/** One page of broadcasts. */
export interface BroadcastPage {
    /** How many broadcasts a page holds. */
    per_page: number;
    /** Which page this is. */
    current_page: number;
    /** The broadcasts of this page. */
    broadcasts: Broadcast[];
}
/** One reason why a request was refused. */
export interface ErrorModel {
    /** What is wrong, for a person. The wording is not part of the contract. */
    message: string;
    /** A short name of the error. Some errors have none. */
    code?: "api_key_not_provided" | "incorrect_api_key" | "api_secret_not_provided" | "api_secret_is_incorrect" | "forbidden" | "neither_user_hmac_nor_api_secret_provided" | "user_email_not_provided" | (string & {}) | undefined;
    /** How to fix it. */
    suggestion?: string | undefined;
    /** Where the endpoint is documented. */
    help_link?: string | undefined;
}
/** The response of MagicBell when it refuses a request. One response can name several errors. */
export interface Errors {
    /** Everything that is wrong with the request. */
    errors?: ErrorModel[] | undefined;
}
/** One user, by email address. Attributes of the user sent along are stored, and a user that does not exist yet is created. */
export interface EmailRecipientInput {
    /** The user's email address. */
    email: string;
    /** The user's first name. */
    first_name?: string | null | undefined;
    /** The user's last name. */
    last_name?: string | null | undefined;
    /** Your own data to store with the user. */
    custom_attributes?: {
        [key: string]: unknown;
    } | undefined;
    /** The numbers that text messages go to. */
    phone_numbers?: string[] | undefined;
    [key: string]: unknown;
}
/** One user, by your own id. Attributes of the user sent along are stored, and a user that does not exist yet is created. An email address may stand beside the id; the id decides who is meant. */
export interface ExternalIdRecipientInput {
    /** Your own id of the user. Write a number as a string. */
    external_id: string;
    /** The user's first name. */
    first_name?: string | null | undefined;
    /** The user's last name. */
    last_name?: string | null | undefined;
    /** Your own data to store with the user. */
    custom_attributes?: {
        [key: string]: unknown;
    } | undefined;
    /** The numbers that text messages go to. */
    phone_numbers?: string[] | undefined;
    [key: string]: unknown;
}
/** Every user whose attributes match an expression. */
export interface MatchesRecipientInput {
    /** An expression such as `custom_attributes.plan = enterprise AND email = *@example.com`. It knows `=`, `AND`, `OR` and the wildcard `*`, and case does not matter; `*` alone means every user. Danger: whom an empty or a mistyped expression matches is not documented. */
    matches: string;
}
/** The subscribers of the topic that the message itself names. */
export interface TopicRecipientInput {
    /** Which people around the topic to send to. */
    topic: {
        /** Send `true` to reach the subscribers of the topic. Those who unsubscribed are left out. */
        subscribers: boolean;
    };
}
/**
 * Whom to send to. One user, the users that an expression matches, or the subscribers of the topic.
 *
 * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/magicbell/src/schemas/broadcasts.ts): The request schema of the file is one object in which all is optional. Its response schema has these four variants, and the SDK's text says that one of the four fields must be there.
 */
export type RecipientInput = EmailRecipientInput | ExternalIdRecipientInput | MatchesRecipientInput | TopicRecipientInput;
/** What one channel shows instead. */
export interface ChannelOverrideInput {
    /** The title on this channel. */
    title?: string | undefined;
    /** The text on this channel. */
    content?: string | undefined;
    /** Where a click on this channel leads. */
    action_url?: string | undefined;
}
/** What differs for single channels or providers. */
export type OverridesInput = {
    /** Other words or another link for a channel. */
    channels?: {
        /** What one channel shows instead. */
        in_app?: ChannelOverrideInput | undefined;
        /** What one channel shows instead. */
        email?: ChannelOverrideInput | undefined;
        /** What one channel shows instead. */
        web_push?: ChannelOverrideInput | undefined;
        /** What one channel shows instead. */
        mobile_push?: ChannelOverrideInput | undefined;
        /** What one channel shows instead. */
        sms?: ChannelOverrideInput | undefined;
    } | undefined;
    /** Data that is sent to a provider unchanged, if the project uses that provider. The documentation of the provider describes it. */
    providers?: {
        /** Data for SendGrid. */
        sendgrid?: {
            [key: string]: unknown;
        } | undefined;
        /** Data for Mailgun. */
        mailgun?: {
            [key: string]: unknown;
        } | undefined;
        /** Data for Postmark. */
        postmark?: {
            [key: string]: unknown;
        } | undefined;
        /** Data for Amazon SES. */
        amazon_ses?: {
            [key: string]: unknown;
        } | undefined;
        /** Data for Slack. */
        slack?: {
            [key: string]: unknown;
        } | undefined;
        /** Data for Apple's push service. */
        ios?: {
            [key: string]: unknown;
        } | undefined;
        /** Data for Firebase Cloud Messaging. */
        android?: {
            [key: string]: unknown;
        } | undefined;
    } & {
        [key: string]: unknown;
    } | undefined;
} | null;
/** A message to send to many recipients. */
export interface BroadcastInput {
    /** The title. */
    title: string;
    /** The text or HTML below the title. */
    content?: string | null | undefined;
    /**
     * Format: uri
     * Where a click leads.
     */
    action_url?: string | null | undefined;
    /** The recipients, at most 1000 entries. One entry can mean many users. */
    recipients: RecipientInput[];
    /** The category its notifications belong to, written without spaces. Users can set their preferences by category. */
    category?: string | null | undefined;
    /** The topic its notifications belong to, written without spaces. It threads them, and users can unsubscribe from it. */
    topic?: string | null | undefined;
    /** Data for templates and providers, at most 256 KB. */
    custom_attributes?: {
        [key: string]: unknown;
    } | null | undefined;
    /** What differs for single channels or providers. */
    overrides?: OverridesInput | undefined;
}
/** The broadcast to send. */
export interface BroadcastInputEnvelope {
    /** A message to send to many recipients. */
    broadcast: BroadcastInput;
}
/** One broadcast. */
export interface BroadcastEnvelope {
    /** One message to many recipients. MagicBell makes a notification of it for each recipient. */
    broadcast: Broadcast;
}
/** A person who receives notifications, as MagicBell knows them. */
export interface User {
    /** MagicBell's id of the user. */
    id: string;
    /** Your own id of the user. Once set it cannot be changed or removed. */
    external_id?: string | null | undefined;
    /** The user's email address. */
    email?: string | null | undefined;
    /** The user's first name. */
    first_name?: string | null | undefined;
    /** The user's last name. */
    last_name?: string | null | undefined;
    /** Your own data that is stored with the user. */
    custom_attributes?: {
        [key: string]: unknown;
    } | undefined;
    /** The numbers that text messages go to. */
    phone_numbers?: string[] | undefined;
}
/** One attempt to bring a notification to a user over one channel. */
export interface Delivery {
    /** The id of the delivery. */
    id: string;
    /** The title as sent on this channel. */
    title: string | null;
    /**
     * The channel, such as `email` or `in_app`.
     *
     * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/utils/src/fake/notification-preferences.ts): The file says string. The known values are those that its samples and the official test data show.
     */
    channel: "email" | "in_app" | "mobile_push" | "slack" | "sms" | "web_push" | (string & {});
    /** The state of the delivery. */
    status: "processing" | "scheduled" | "sent" | "invalid" | "skipped" | "dropped" | "failed" | "delivered" | (string & {});
    /**
     * Format: date-time
     * When it was due.
     */
    scheduled_at: string;
}
/** A notification that a broadcast made for one user, with its deliveries. */
export interface BroadcastNotification {
    /** The id of the notification. */
    id: string;
    /**
     * The title of the notification.
     *
     * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /broadcasts/{broadcast_id}/notifications): Only the sample shows it; the schema beside the sample does not.
     */
    title?: string | undefined;
    /** The category it belongs to. */
    category?: string | null | undefined;
    /** The topic it belongs to. */
    topic?: string | null | undefined;
    /** How far the user got with it. */
    status: "unseen" | "unread" | "read" | "archived" | (string & {});
    /**
     * Format: date-time
     * When MagicBell made the notification.
     */
    created_at: string;
    /**
     * Format: date-time
     * When it last changed.
     */
    updated_at: string;
    /**
     * Format: date-time
     * When it was sent.
     */
    sent_at?: string | null | undefined;
    /**
     * Format: date-time
     * When the user saw it.
     */
    seen_at?: string | null | undefined;
    /**
     * Format: date-time
     * When the user read it.
     */
    read_at?: string | null | undefined;
    /**
     * Format: date-time
     * When the user archived it.
     *
     * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /broadcasts/{broadcast_id}/notifications): Only the sample shows it (as null). The type is that of the same field in GET /users/{user_id}/notifications.
     */
    archived_at?: string | null | undefined;
    /**
     * Format: date-time
     * When it was discarded.
     *
     * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /broadcasts/{broadcast_id}/notifications): Only the sample shows it (as null). The type is that of the same field in GET /users/{user_id}/notifications.
     */
    discarded_at?: string | null | undefined;
    /** Whom it went to. */
    recipient: {
        /** A person who receives notifications, as MagicBell knows them. */
        user?: User | undefined;
    };
    /** What happened on each channel. */
    deliveries: Delivery[];
}
/** One page of the notifications that a broadcast made. */
export interface BroadcastNotificationPage {
    /** How many notifications a page holds. */
    per_page: number;
    /** Which page this is. */
    current_page: number;
    /** The notifications of this page. */
    notifications: BroadcastNotification[];
}
/** A notification in the inbox of one user. */
export interface NotificationDelivery {
    /** The id of the notification in this inbox. */
    id: string;
    /** The title. */
    title: string;
    /** The text or HTML below the title. */
    content?: string | null | undefined;
    /** Where a click leads. It may be an empty string. */
    action_url?: string | null | undefined;
    /** The category it belongs to. */
    category?: string | null | undefined;
    /** The topic it belongs to. */
    topic?: string | null | undefined;
    /** The data you attached. */
    custom_attributes?: {
        [key: string]: unknown;
    } | null | undefined;
    /** A person who receives notifications, as MagicBell knows them. */
    recipient: User;
    /** When it was sent, in seconds since 1970-01-01T00:00:00Z. */
    sent_at?: number | undefined;
    /** When the user saw it, in seconds since 1970-01-01T00:00:00Z; null while unseen. */
    seen_at?: number | null | undefined;
    /** When the user read it, in seconds since 1970-01-01T00:00:00Z; null while unread. */
    read_at?: number | null | undefined;
    /** When the user archived it, in seconds since 1970-01-01T00:00:00Z; null while in the inbox. */
    archived_at?: number | null | undefined;
}
/** One page of the user's notifications, with the counts that an inbox shows. */
export interface NotificationPage {
    /** The project that the notifications belong to. */
    project_id?: number | undefined;
    /** How many notifications the user has. Whether filters apply is not documented. */
    total?: number | undefined;
    /** How many pages there are. */
    total_pages?: number | undefined;
    /** How many notifications a page holds. */
    per_page: number;
    /** Which page this is. */
    current_page: number;
    /** How many notifications are unseen. Filters apply. */
    unseen_count?: number | undefined;
    /** How many notifications are unread. Filters apply. */
    unread_count?: number | undefined;
    /** The notifications of this page, the latest first. */
    notifications: NotificationDelivery[];
}
/** A notification to send. */
export interface NotificationInput {
    /** The title. */
    title: string;
    /**
     * The text or HTML below the title, at most 4 MB.
     *
     * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0)): The file says 4 MB in words only; the number is that of a broadcast's content. Characters beyond ASCII take more than one byte.
     */
    content?: string | null | undefined;
    /**
     * Format: uri
     * Where a click leads.
     */
    action_url?: string | null | undefined;
    /** The recipients, at most 1000 entries. One entry can mean many users. */
    recipients: RecipientInput[];
    /** The category it belongs to, written without spaces. Users can set their preferences by category. */
    category?: string | null | undefined;
    /** The topic it belongs to, written without spaces. It threads notifications, and users can unsubscribe from it. */
    topic?: string | null | undefined;
    /** Data for templates, providers and your own views, at most 6 KB. */
    custom_attributes?: {
        [key: string]: unknown;
    } | null | undefined;
    /** What differs for single channels or providers. */
    overrides?: OverridesInput | undefined;
}
/** The notification to send. */
export interface NotificationInputEnvelope {
    /** A notification to send. */
    notification: NotificationInput;
}
/** The accepted notification, a single one for all its recipients. */
export interface Notification {
    /** The id of what was sent. */
    id: string;
    /** The title. */
    title: string;
    /** The text or HTML below the title. */
    content?: string | null | undefined;
    /** Where a click leads. It may be an empty string. */
    action_url?: string | null | undefined;
    /** The category it belongs to. */
    category?: string | null | undefined;
    /** The topic it belongs to. */
    topic?: string | null | undefined;
    /** The data you attached. */
    custom_attributes?: {
        [key: string]: unknown;
    } | null | undefined;
    /** When it was sent, in seconds since 1970-01-01T00:00:00Z. */
    sent_at: number;
}
/** The notification that was accepted. */
export interface NotificationEnvelope {
    /** The accepted notification, a single one for all its recipients. */
    notification: Notification;
}
/** One notification of the user. */
export interface NotificationDeliveryEnvelope {
    /** A notification in the inbox of one user. */
    notification: NotificationDelivery;
}
/** One page of users. */
export interface UserPage {
    /** How many users a page holds. */
    per_page: number;
    /** Which page this is. */
    current_page: number;
    /** The users of this page. */
    users: User[];
}
/** A user to create, or the fields of a user to change. */
export interface UserInput {
    /** Your own id of the user, which no other user may have. It wins over the email address where both are sent, and cannot be changed or removed once set. Write a number as a string. */
    external_id?: string | null | undefined;
    /** The user's email address. */
    email?: string | null | undefined;
    /** The user's first name. */
    first_name?: string | null | undefined;
    /** The user's last name. */
    last_name?: string | null | undefined;
    /** Your own data to store with the user, for templates and for `matches` expressions. */
    custom_attributes?: {
        [key: string]: unknown;
    } | undefined;
    /** The numbers that text messages go to. */
    phone_numbers?: string[] | undefined;
}
/** The user to create or to change. */
export interface UserInputEnvelope {
    /** A user to create, or the fields of a user to change. */
    user: UserInput;
}
/** One user. */
export interface UserEnvelope {
    /** A person who receives notifications, as MagicBell knows them. */
    user: User;
}
/** A notification as the project sees it in one user's history, with its deliveries. */
export interface UserNotification {
    /** The id of the notification. */
    id: string;
    /** The title of the notification. */
    title?: string | undefined;
    /** The category it belongs to. */
    category?: string | null | undefined;
    /** The topic it belongs to. */
    topic?: string | null | undefined;
    /** How far the user got with it. */
    status: "unseen" | "unread" | "read" | "archived" | (string & {});
    /**
     * Format: date-time
     * When MagicBell made the notification.
     */
    created_at: string;
    /**
     * Format: date-time
     * When it last changed.
     */
    updated_at: string;
    /**
     * Format: date-time
     * When it was sent.
     */
    sent_at?: string | null | undefined;
    /**
     * Format: date-time
     * When the user saw it.
     */
    seen_at?: string | null | undefined;
    /**
     * Format: date-time
     * When the user read it.
     */
    read_at?: string | null | undefined;
    /**
     * Format: date-time
     * When the user archived it.
     */
    archived_at?: string | null | undefined;
    /**
     * Format: date-time
     * When it was discarded.
     */
    discarded_at?: string | null | undefined;
    /** Whom it went to. */
    recipient: {
        /** A person who receives notifications, as MagicBell knows them. */
        user?: User | undefined;
    };
    /** What happened on each channel. */
    deliveries: Delivery[];
}
/** One page of a user's notifications. */
export interface UserNotificationPage {
    /** How many notifications a page holds. */
    per_page: number;
    /** Which page this is. */
    current_page: number;
    /** The notifications of this page. */
    notifications: UserNotification[];
}
/** A device or browser that is registered for push notifications. */
export interface PushSubscription {
    /** The id of the registration. */
    id: string;
    /**
     * Format: uuid
     * MagicBell's id of the user.
     */
    user_id?: string | undefined;
    /** The token of the device. */
    device_token?: string | undefined;
    /**
     * Where the token comes from.
     *
     * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0)): The file says string. The known values are those that a registration takes; what a web push subscription shows is unknown.
     */
    platform?: "ios" | "android" | "safari" | (string & {}) | undefined;
    /**
     * Format: date-time
     * When it was registered.
     */
    created_at?: string | undefined;
    /**
     * Format: date-time
     * When it was discarded; null while in use.
     */
    discarded_at?: string | null | undefined;
}
/** One page of push subscriptions. */
export interface PushSubscriptionPage {
    /** How many subscriptions a page holds. */
    per_page: number;
    /** Which page this is. */
    current_page: number;
    /** The subscriptions of this page. */
    push_subscriptions: PushSubscription[];
}
/** A device to register for push notifications. */
export interface PushSubscriptionInput {
    /** The token that the device's operating system gave to your app. */
    device_token: string;
    /**
     * Where the token comes from.
     * @enum {string}
     */
    platform: "ios" | "android" | "safari";
    /** The bundle id of your app, when several apps share one project. */
    app_bundle_id?: string | undefined;
}
/** The device to register. */
export interface PushSubscriptionInputEnvelope {
    /** A device to register for push notifications. */
    push_subscription: PushSubscriptionInput;
}
/** A device that was just registered. */
export interface CreatedPushSubscription {
    /** The id of the registration. */
    id: string;
    /** The token of the device. */
    device_token?: string | undefined;
    /**
     * Where the token comes from.
     *
     * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0)): The file says string. The known values are those that a registration takes.
     */
    platform?: "ios" | "android" | "safari" | (string & {}) | undefined;
    /** The bundle id of your app. */
    app_bundle_id?: string | null | undefined;
}
/** The device that was registered. */
export interface CreatedPushSubscriptionEnvelope {
    /** A device that was just registered. */
    push_subscription: CreatedPushSubscription;
}
/** Which notifications a user wants, by category and channel. */
export interface NotificationPreferences {
    /** One entry for each category. */
    categories: {
        /** The category. */
        slug: string;
        /** The category's name, for a person. */
        label?: string | undefined;
        /** One entry for each channel. */
        channels: {
            /**
             * The channel.
             *
             * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/utils/src/fake/notification-preferences.ts): The file says string. The known values are those that its samples and the official test data show.
             */
            slug: "email" | "in_app" | "mobile_push" | "slack" | "sms" | "web_push" | (string & {});
            /** The channel's name, for a person. */
            label?: string | undefined;
            /** Whether the user wants notifications of this category on this channel. */
            enabled: boolean;
        }[];
    }[];
}
/** The user's preferences. */
export interface NotificationPreferencesEnvelope {
    /** Which notifications a user wants, by category and channel. */
    notification_preferences: NotificationPreferences;
}
/** The preferences to change. */
export interface NotificationPreferencesInput {
    /** The categories to change. Whether the others are kept is not documented. */
    categories: {
        /** The category. */
        slug: string;
        /** The category's name. It need not be sent. */
        label?: string | undefined;
        /** The channels to change. */
        channels: {
            /** The channel, such as `email` or `in_app`. */
            slug: string;
            /** The channel's name. It need not be sent. */
            label?: string | undefined;
            /** Whether the user wants notifications of this category on this channel. */
            enabled: boolean;
        }[];
    }[];
}
/** The preferences to change. */
export interface NotificationPreferencesInputEnvelope {
    /** The preferences to change. */
    notification_preferences: NotificationPreferencesInput;
}
/** What a user follows of a topic, by category. */
export interface Subscription {
    /** The topic. */
    topic: string;
    /** One entry for each category. */
    categories: {
        /** The category; `*` means all. */
        slug: string;
        /**
         * Why the user is subscribed.
         *
         * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/community openapi/scripts/smoke-test.ts @ ebf0689): The file says string. MagicBell's own test tolerates something else here; null is our reading of that.
         */
        reason?: string | null | undefined;
        /** Whether the user is subscribed. */
        status?: "subscribed" | "unsubscribed" | (string & {}) | undefined;
    }[];
}
/** All topics that the user subscribed to or unsubscribed from. */
export interface SubscriptionList {
    /** One entry for each topic. */
    subscriptions: Subscription[];
}
/** A category of a topic. */
export interface SubscriptionCategoryInput {
    /** The category; `*` means all. */
    slug: string;
    /** Why, in your own words. */
    reason?: string | undefined;
}
/** What to subscribe to. */
export interface SubscriptionInputEnvelope {
    /** The topic, and the categories in it. */
    subscription: {
        /** The topic. It is created if it does not exist. */
        topic: string;
        /** The categories of the topic to follow. */
        categories: SubscriptionCategoryInput[];
    };
}
/** One subscription. */
export interface SubscriptionEnvelope {
    /** What a user follows of a topic, by category. */
    subscription: Subscription;
}
/**
 * A category of a topic to delete.
 *
 * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0)): The file does not require the field and lets it be empty; then no category is named. That `*` means all here too is inferred from the other bodies of subscriptions.
 */
export interface SubscriptionCategoryDeletionInput {
    /** The category; `*` means all. */
    slug: string;
}
/**
 * The categories of a topic to delete, in both forms that the sources know. A server that reads either form deletes no more than these.
 *
 * Evidence: unknown (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0); magicbell/magicbell-js @ ca473595 packages/magicbell/src/user-resources/subscriptions.ts): In conflict: the official file has the categories at the top, the official SDK sends them within `subscription`. Neither is tested. No source has both; sent together, each reading finds its own, and a server that refuses unknown fields deletes nothing. The file does not close the object and does not require the categories; both are our choice.
 */
export interface SubscriptionDeletionInput {
    /** The categories to delete, in the form of the official file. */
    categories: SubscriptionCategoryDeletionInput[];
    /** The same categories again, in the form of the official SDK. The client adds it, so that you pass `categories` only. */
    subscription?: {
        /** The same categories as in the other form. */
        categories: SubscriptionCategoryDeletionInput[];
    } | undefined;
}
/** What to unsubscribe from. */
export interface UnsubscriptionInputEnvelope {
    /** The categories of the topic. */
    subscription: {
        /** The categories of the topic to leave, at least one. */
        categories: SubscriptionCategoryInput[];
    };
}
/** A user to import. */
export interface ImportUserInput {
    /** Your own id of the user. Write a number as a string. */
    external_id?: string | null | undefined;
    /** The user's email address. */
    email?: string | null | undefined;
    /** The user's first name. */
    first_name?: string | null | undefined;
    /** The user's last name. */
    last_name?: string | null | undefined;
    /** Your own data to store with the user. */
    custom_attributes?: {
        [key: string]: unknown;
    } | undefined;
    /** The numbers that text messages go to. */
    phone_numbers?: string[] | undefined;
    /** Channel settings of the user, such as the Slack channel of an app that is already set up. */
    channels?: {
        [key: string]: unknown;
    } | undefined;
}
/** The users to import. */
export interface ImportInputEnvelope {
    /** What to import. */
    import: {
        /** The users. */
        users: ImportUserInput[];
    };
}
/** An import and how far it got. */
export interface Import {
    /** The id of the import. */
    id: string;
    /** The state of the work. */
    status: "enqueued" | "processing" | "processed" | (string & {});
    /** The work in numbers. Empty until there are some. */
    summary?: {
        /** How many records were processed. */
        total?: number | undefined;
        /** How many of them failed. */
        failures?: number | undefined;
    } | undefined;
    /**
     * @deprecated
     * The records that failed. Read `failures` instead.
     */
    errors?: {
        /** The email address of the record, if it had one. */
        email?: string | undefined;
        /** Your own id of the record, if it had one. */
        external_id?: string | undefined;
        /** Why it failed. */
        message?: string | undefined;
    }[] | undefined;
    /** What could not be imported. */
    failures?: {
        /** The users that could not be imported. */
        users?: {
            /** The email address of the record, if it had one. */
            email?: string | null | undefined;
            /** Your own id of the record, if it had one. */
            external_id?: string | null | undefined;
            /** What is wrong, in the shape of the user that was sent, with messages at the leaves. */
            errors?: {
                [key: string]: unknown;
            } | undefined;
        }[] | undefined;
    } | undefined;
}
/** One import. */
export interface ImportEnvelope {
    /** An import and how far it got. */
    import: Import;
}
/** A table of numbers. Row `i` of `metrics` belongs to `labels[i]`; column `j` is described by `schema.metric[j]`. */
export interface Metrics {
    /**
     * The rows.
     *
     * Evidence: inferred (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0)): The file says integer, yet knows averages. Any number is read.
     */
    metrics: number[][];
    /** What each row is about - a day, a category or a topic. */
    labels: string[];
    /** What the rows and the columns mean. */
    schema: {
        /** The columns, in order. */
        metric: {
            /** What was counted, such as `broadcast`, `notification` or `user`. */
            entity: string;
            /** How it was counted. */
            operation: "count" | "avg" | "sum" | "min" | "max" | (string & {});
        }[];
        /** What the labels are. */
        label: {
            /** The name, such as `day`, `category` or `topic`. */
            name: string;
            /** How to read a label. */
            type: "timestamp" | "string" | (string & {});
        };
    };
}
