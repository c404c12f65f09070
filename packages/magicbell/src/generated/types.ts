// Generated from specs/magicbell/openapi.yaml by `npm run generate`. Edit the spec, not this file.

import type { Result } from '@plumbline/runtime';
import type {
  BroadcastEnvelope,
  BroadcastInputEnvelope,
  BroadcastNotificationPage,
  BroadcastPage,
  CreatedPushSubscriptionEnvelope,
  Errors,
  ImportEnvelope,
  ImportInputEnvelope,
  Metrics,
  NotificationDeliveryEnvelope,
  NotificationEnvelope,
  NotificationInputEnvelope,
  NotificationPage,
  NotificationPreferencesEnvelope,
  NotificationPreferencesInputEnvelope,
  PushSubscriptionInputEnvelope,
  PushSubscriptionPage,
  SubscriptionDeletionInput,
  SubscriptionEnvelope,
  SubscriptionInputEnvelope,
  SubscriptionList,
  UnsubscriptionInputEnvelope,
  UserEnvelope,
  UserInputEnvelope,
  UserNotificationPage,
  UserPage,
  components,
} from './schema.ts';

/** Parameters of `broadcasts.list`. */
export interface BroadcastsListParams {
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
}

/** What `broadcasts.list` resolves with. */
export interface BroadcastsListResponse extends BroadcastPage {}

/** The result of `broadcasts.list`: one variant for each status. */
export type BroadcastsListResult = Result<{
    200: BroadcastsListResponse;
    401: Errors;
    403: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `broadcasts.create`. */
export interface BroadcastsCreateParams extends BroadcastInputEnvelope {}

/** What `broadcasts.create` resolves with. */
export interface BroadcastsCreateResponse extends BroadcastEnvelope {}

/** The result of `broadcasts.create`: one variant for each status. */
export type BroadcastsCreateResult = Result<{
    201: BroadcastsCreateResponse;
    401: Errors;
    403: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `broadcasts.get`. */
export interface BroadcastsGetParams {
    /**
     * The id of the broadcast.
     * @example 5f0f2f5c-4f0a-4a55-9a3e-3d6b7f1c2a10
     */
    broadcast_id: components["parameters"]["BroadcastId"];
}

/** What `broadcasts.get` resolves with. */
export interface BroadcastsGetResponse extends BroadcastEnvelope {}

/** The result of `broadcasts.get`: one variant for each status. */
export type BroadcastsGetResult = Result<{
    200: BroadcastsGetResponse;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `broadcasts.notifications.list`. */
export interface BroadcastsNotificationsListParams {
    /**
     * The id of the broadcast.
     * @example 5f0f2f5c-4f0a-4a55-9a3e-3d6b7f1c2a10
     */
    broadcast_id: components["parameters"]["BroadcastId"];
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
}

/** What `broadcasts.notifications.list` resolves with. */
export interface BroadcastsNotificationsListResponse extends BroadcastNotificationPage {}

/** The result of `broadcasts.notifications.list`: one variant for each status. */
export type BroadcastsNotificationsListResult = Result<{
    200: BroadcastsNotificationsListResponse;
    401: Errors;
    403: Errors;
    404: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `notifications.list`. */
export interface NotificationsListParams {
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
}

/** What `notifications.list` resolves with. */
export interface NotificationsListResponse extends NotificationPage {}

/** The result of `notifications.list`: one variant for each status. */
export type NotificationsListResult = Result<{
    200: NotificationsListResponse;
    401: Errors;
    403: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `notifications.create`. */
export interface NotificationsCreateParams extends NotificationInputEnvelope {}

/** What `notifications.create` resolves with. */
export interface NotificationsCreateResponse extends NotificationEnvelope {}

/** The result of `notifications.create`: one variant for each status. */
export type NotificationsCreateResult = Result<{
    201: NotificationsCreateResponse;
    401: Errors;
    403: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `notifications.get`. */
export interface NotificationsGetParams {
    /**
     * The id of the notification in the user's inbox, as the list shows it.
     * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
     */
    notification_id: components["parameters"]["NotificationId"];
}

/** What `notifications.get` resolves with. */
export interface NotificationsGetResponse extends NotificationDeliveryEnvelope {}

/** The result of `notifications.get`: one variant for each status. */
export type NotificationsGetResult = Result<{
    200: NotificationsGetResponse;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `notifications.delete`. */
export interface NotificationsDeleteParams {
    /**
     * The id of the notification in the user's inbox, as the list shows it.
     * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
     */
    notification_id: components["parameters"]["NotificationId"];
}

/** The result of `notifications.delete`: one variant for each status. */
export type NotificationsDeleteResult = Result<{
    204: undefined;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `notifications.markAsRead`. */
export interface NotificationsMarkAsReadParams {
    /**
     * The id of the notification in the user's inbox, as the list shows it.
     * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
     */
    notification_id: components["parameters"]["NotificationId"];
}

/** The result of `notifications.markAsRead`: one variant for each status. */
export type NotificationsMarkAsReadResult = Result<{
    204: undefined;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `notifications.markAsUnread`. */
export interface NotificationsMarkAsUnreadParams {
    /**
     * The id of the notification in the user's inbox, as the list shows it.
     * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
     */
    notification_id: components["parameters"]["NotificationId"];
}

/** The result of `notifications.markAsUnread`: one variant for each status. */
export type NotificationsMarkAsUnreadResult = Result<{
    204: undefined;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `notifications.archive`. */
export interface NotificationsArchiveParams {
    /**
     * The id of the notification in the user's inbox, as the list shows it.
     * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
     */
    notification_id: components["parameters"]["NotificationId"];
}

/** The result of `notifications.archive`: one variant for each status. */
export type NotificationsArchiveResult = Result<{
    204: undefined;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `notifications.unarchive`. */
export interface NotificationsUnarchiveParams {
    /**
     * The id of the notification in the user's inbox, as the list shows it.
     * @example 4e2e236a-4538-4466-a9d6-30489e910b1f
     */
    notification_id: components["parameters"]["NotificationId"];
}

/** The result of `notifications.unarchive`: one variant for each status. */
export type NotificationsUnarchiveResult = Result<{
    204: undefined;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `notifications.markAllAsRead`. */
export interface NotificationsMarkAllAsReadParams {
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
}

/** The result of `notifications.markAllAsRead`: one variant for each status. */
export type NotificationsMarkAllAsReadResult = Result<{
    204: undefined;
    401: Errors;
    403: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `notifications.markAllAsSeen`. */
export interface NotificationsMarkAllAsSeenParams {
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
}

/** The result of `notifications.markAllAsSeen`: one variant for each status. */
export type NotificationsMarkAllAsSeenResult = Result<{
    204: undefined;
    401: Errors;
    403: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `users.list`. */
export interface UsersListParams {
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
}

/** What `users.list` resolves with. */
export interface UsersListResponse extends UserPage {}

/** The result of `users.list`: one variant for each status. */
export type UsersListResult = Result<{
    200: UsersListResponse;
    401: Errors;
    403: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `users.create`. */
export interface UsersCreateParams extends UserInputEnvelope {}

/** What `users.create` resolves with. */
export interface UsersCreateResponse extends UserEnvelope {}

/** The result of `users.create`: one variant for each status. */
export type UsersCreateResult = Result<{
    201: UsersCreateResponse;
    401: Errors;
    403: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `users.get`. */
export interface UsersGetParams {
    /**
     * MagicBell's id of the user.
     * @example 3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21
     */
    user_id: components["parameters"]["UserId"];
}

/** What `users.get` resolves with. */
export interface UsersGetResponse extends UserEnvelope {}

/** The result of `users.get`: one variant for each status. */
export type UsersGetResult = Result<{
    200: UsersGetResponse;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `users.update`. */
export interface UsersUpdateParams extends UserInputEnvelope {
    /**
     * The user, in one of three forms. MagicBell's id unchanged, `email:` with the email address, or `external_id:` with your own id. The server wants `:` and `@` unescaped; both are legal in a path.
     * @example email:mary@example.com
     */
    user_id: components["parameters"]["UserKey"];
}

/** What `users.update` resolves with. */
export interface UsersUpdateResponse extends UserEnvelope {}

/** The result of `users.update`: one variant for each status. */
export type UsersUpdateResult = Result<{
    200: UsersUpdateResponse;
    401: Errors;
    403: Errors;
    404: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `users.delete`. */
export interface UsersDeleteParams {
    /**
     * The user, in one of three forms. MagicBell's id unchanged, `email:` with the email address, or `external_id:` with your own id. The server wants `:` and `@` unescaped; both are legal in a path.
     * @example email:mary@example.com
     */
    user_id: components["parameters"]["UserKey"];
}

/** The result of `users.delete`: one variant for each status. */
export type UsersDeleteResult = Result<{
    204: undefined;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `users.notifications.list`. */
export interface UsersNotificationsListParams {
    /**
     * MagicBell's id of the user.
     * @example 3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21
     */
    user_id: components["parameters"]["UserId"];
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
}

/** What `users.notifications.list` resolves with. */
export interface UsersNotificationsListResponse extends UserNotificationPage {}

/** The result of `users.notifications.list`: one variant for each status. */
export type UsersNotificationsListResult = Result<{
    200: UsersNotificationsListResponse;
    401: Errors;
    403: Errors;
    404: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `users.pushSubscriptions.list`. */
export interface UsersPushSubscriptionsListParams {
    /**
     * MagicBell's id of the user.
     * @example 3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21
     */
    user_id: components["parameters"]["UserId"];
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
}

/** What `users.pushSubscriptions.list` resolves with. */
export interface UsersPushSubscriptionsListResponse extends PushSubscriptionPage {}

/** The result of `users.pushSubscriptions.list`: one variant for each status. */
export type UsersPushSubscriptionsListResult = Result<{
    200: UsersPushSubscriptionsListResponse;
    401: Errors;
    403: Errors;
    404: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** What `pushSubscriptions.list` resolves with. */
export interface PushSubscriptionsListResponse extends PushSubscriptionPage {}

/** The result of `pushSubscriptions.list`: one variant for each status. */
export type PushSubscriptionsListResult = Result<{
    200: PushSubscriptionsListResponse;
    401: Errors;
    403: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `pushSubscriptions.create`. */
export interface PushSubscriptionsCreateParams extends PushSubscriptionInputEnvelope {}

/** What `pushSubscriptions.create` resolves with. */
export interface PushSubscriptionsCreateResponse extends CreatedPushSubscriptionEnvelope {}

/** The result of `pushSubscriptions.create`: one variant for each status. */
export type PushSubscriptionsCreateResult = Result<{
    201: PushSubscriptionsCreateResponse;
    401: Errors;
    403: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `pushSubscriptions.delete`. */
export interface PushSubscriptionsDeleteParams {
    /**
     * The token of the device to remove.
     * @example x4doKe98yEZ21Kum2Qq39M3b8jkhonuIupobyFnL0wJMSWAZ8zoTp2dyHgV
     */
    device_token: components["parameters"]["DeviceToken"];
}

/** The result of `pushSubscriptions.delete`: one variant for each status. */
export type PushSubscriptionsDeleteResult = Result<{
    204: undefined;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** What `notificationPreferences.get` resolves with. */
export interface NotificationPreferencesGetResponse extends NotificationPreferencesEnvelope {}

/** The result of `notificationPreferences.get`: one variant for each status. */
export type NotificationPreferencesGetResult = Result<{
    200: NotificationPreferencesGetResponse;
    401: Errors;
    403: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `notificationPreferences.update`. */
export interface NotificationPreferencesUpdateParams extends NotificationPreferencesInputEnvelope {}

/** What `notificationPreferences.update` resolves with. */
export interface NotificationPreferencesUpdateResponse extends NotificationPreferencesEnvelope {}

/** The result of `notificationPreferences.update`: one variant for each status. */
export type NotificationPreferencesUpdateResult = Result<{
    200: NotificationPreferencesUpdateResponse;
    401: Errors;
    403: Errors;
    404: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** What `subscriptions.list` resolves with. */
export interface SubscriptionsListResponse extends SubscriptionList {}

/** The result of `subscriptions.list`: one variant for each status. */
export type SubscriptionsListResult = Result<{
    200: SubscriptionsListResponse;
    401: Errors;
    403: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `subscriptions.create`. */
export interface SubscriptionsCreateParams extends SubscriptionInputEnvelope {}

/** What `subscriptions.create` resolves with. */
export interface SubscriptionsCreateResponse extends SubscriptionEnvelope {}

/** The result of `subscriptions.create`: one variant for each status. */
export type SubscriptionsCreateResult = Result<{
    200: SubscriptionsCreateResponse;
    401: Errors;
    403: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `subscriptions.get`. */
export interface SubscriptionsGetParams {
    /**
     * The topic. It may hold dots and colons.
     * @example acme-inc.orders.1234
     */
    topic: components["parameters"]["SubscriptionTopic"];
}

/** What `subscriptions.get` resolves with. */
export interface SubscriptionsGetResponse extends SubscriptionEnvelope {}

/** The result of `subscriptions.get`: one variant for each status. */
export type SubscriptionsGetResult = Result<{
    200: SubscriptionsGetResponse;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `subscriptions.delete`. */
export interface SubscriptionsDeleteParams extends SubscriptionDeletionInput {
    /**
     * The topic. It may hold dots and colons.
     * @example acme-inc.orders.1234
     */
    topic: components["parameters"]["SubscriptionTopic"];
}

/** The result of `subscriptions.delete`: one variant for each status. */
export type SubscriptionsDeleteResult = Result<{
    204: undefined;
    401: Errors;
    403: Errors;
    404: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `subscriptions.unsubscribe`. */
export interface SubscriptionsUnsubscribeParams extends UnsubscriptionInputEnvelope {
    /**
     * The topic. It may hold dots and colons.
     * @example acme-inc.orders.1234
     */
    topic: components["parameters"]["SubscriptionTopic"];
}

/** What `subscriptions.unsubscribe` resolves with. */
export interface SubscriptionsUnsubscribeResponse extends SubscriptionEnvelope {}

/** The result of `subscriptions.unsubscribe`: one variant for each status. */
export type SubscriptionsUnsubscribeResult = Result<{
    200: SubscriptionsUnsubscribeResponse;
    401: Errors;
    403: Errors;
    404: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `imports.create`. */
export interface ImportsCreateParams extends ImportInputEnvelope {}

/** What `imports.create` resolves with. */
export interface ImportsCreateResponse extends ImportEnvelope {}

/** The result of `imports.create`: one variant for each status. */
export type ImportsCreateResult = Result<{
    201: ImportsCreateResponse;
    401: Errors;
    403: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** Parameters of `imports.get`. */
export interface ImportsGetParams {
    /**
     * The id of the import, as its creation returned it.
     * @example 67e839ab-98a8-48cf-9bcb-12d2b906c9c3
     */
    import_id: components["parameters"]["ImportId"];
}

/** What `imports.get` resolves with. */
export interface ImportsGetResponse extends ImportEnvelope {}

/** The result of `imports.get`: one variant for each status. */
export type ImportsGetResult = Result<{
    200: ImportsGetResponse;
    401: Errors;
    403: Errors;
    404: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** What `metrics.get` resolves with. */
export interface MetricsGetResponse extends Metrics {}

/** The result of `metrics.get`: one variant for each status. */
export type MetricsGetResult = Result<{
    200: MetricsGetResponse;
    401: Errors;
    403: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** What `metrics.categories.get` resolves with. */
export interface MetricsCategoriesGetResponse extends Metrics {}

/** The result of `metrics.categories.get`: one variant for each status. */
export type MetricsCategoriesGetResult = Result<{
    200: MetricsCategoriesGetResponse;
    401: Errors;
    403: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** What `metrics.topics.get` resolves with. */
export interface MetricsTopicsGetResponse extends Metrics {}

/** The result of `metrics.topics.get`: one variant for each status. */
export type MetricsTopicsGetResult = Result<{
    200: MetricsTopicsGetResponse;
    401: Errors;
    403: Errors;
    429: Errors;
    "5XX": unknown;
}>;

/** The bodies of errors by status, as the operations declare them. */
export interface ApiErrorBodies {
    401: Errors;
    403: Errors;
    404: Errors;
    422: Errors;
    429: Errors;
    "5XX": unknown;
}
