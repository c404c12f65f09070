// Generated from specs/magicbell/openapi.yaml by `npm run generate`. Edit the spec, not this file.

import { createIdempotencyKey, listByCount } from '@plumbline/runtime';
import type {
  Call,
  CallOptions,
  ClientFeatures,
  ErrorPointers,
  IdempotentCallOptions,
  OperationTable,
  PagedCall,
  QuerySerialization,
  RateLimit,
} from '@plumbline/runtime';
import type {
  Broadcast,
  BroadcastNotification,
  NotificationDelivery,
  PushSubscription,
  User,
  UserNotification,
} from './schema.ts';
import type {
  BroadcastsCreateParams,
  BroadcastsCreateResponse,
  BroadcastsCreateResult,
  BroadcastsGetParams,
  BroadcastsGetResponse,
  BroadcastsGetResult,
  BroadcastsListParams,
  BroadcastsListResponse,
  BroadcastsListResult,
  BroadcastsNotificationsListParams,
  BroadcastsNotificationsListResponse,
  BroadcastsNotificationsListResult,
  ImportsCreateParams,
  ImportsCreateResponse,
  ImportsCreateResult,
  ImportsGetParams,
  ImportsGetResponse,
  ImportsGetResult,
  MetricsCategoriesGetResponse,
  MetricsCategoriesGetResult,
  MetricsGetResponse,
  MetricsGetResult,
  MetricsTopicsGetResponse,
  MetricsTopicsGetResult,
  NotificationPreferencesGetResponse,
  NotificationPreferencesGetResult,
  NotificationPreferencesUpdateParams,
  NotificationPreferencesUpdateResponse,
  NotificationPreferencesUpdateResult,
  NotificationsArchiveParams,
  NotificationsArchiveResult,
  NotificationsCreateParams,
  NotificationsCreateResponse,
  NotificationsCreateResult,
  NotificationsDeleteParams,
  NotificationsDeleteResult,
  NotificationsGetParams,
  NotificationsGetResponse,
  NotificationsGetResult,
  NotificationsListParams,
  NotificationsListResponse,
  NotificationsListResult,
  NotificationsMarkAllAsReadParams,
  NotificationsMarkAllAsReadResult,
  NotificationsMarkAllAsSeenParams,
  NotificationsMarkAllAsSeenResult,
  NotificationsMarkAsReadParams,
  NotificationsMarkAsReadResult,
  NotificationsMarkAsUnreadParams,
  NotificationsMarkAsUnreadResult,
  NotificationsUnarchiveParams,
  NotificationsUnarchiveResult,
  PushSubscriptionsCreateParams,
  PushSubscriptionsCreateResponse,
  PushSubscriptionsCreateResult,
  PushSubscriptionsDeleteParams,
  PushSubscriptionsDeleteResult,
  PushSubscriptionsListResponse,
  PushSubscriptionsListResult,
  SubscriptionsCreateParams,
  SubscriptionsCreateResponse,
  SubscriptionsCreateResult,
  SubscriptionsDeleteParams,
  SubscriptionsDeleteResult,
  SubscriptionsGetParams,
  SubscriptionsGetResponse,
  SubscriptionsGetResult,
  SubscriptionsListResponse,
  SubscriptionsListResult,
  SubscriptionsUnsubscribeParams,
  SubscriptionsUnsubscribeResponse,
  SubscriptionsUnsubscribeResult,
  UsersCreateParams,
  UsersCreateResponse,
  UsersCreateResult,
  UsersDeleteParams,
  UsersDeleteResult,
  UsersGetParams,
  UsersGetResponse,
  UsersGetResult,
  UsersListParams,
  UsersListResponse,
  UsersListResult,
  UsersNotificationsListParams,
  UsersNotificationsListResponse,
  UsersNotificationsListResult,
  UsersPushSubscriptionsListParams,
  UsersPushSubscriptionsListResponse,
  UsersPushSubscriptionsListResult,
  UsersUpdateParams,
  UsersUpdateResponse,
  UsersUpdateResult,
} from './types.ts';

/** The operations of MagicBell REST API as methods of `MagicBell`. */
export interface MagicBellOperations {
  readonly broadcasts: {
    /**
     * List broadcasts
     *
     * Lists the broadcasts of the project, the latest sent first.
     *
     * `GET /broadcasts`
     */
    list(params?: BroadcastsListParams, options?: CallOptions): PagedCall<BroadcastsListResponse, Broadcast, BroadcastsListResult>;
    /**
     * Send a broadcast
     *
     * Sends a notification to each of up to 1000 recipients: users, users that an expression matches, or the subscribers of a topic. A user that does not exist yet is created, and attributes sent with a recipient are stored. The work is done later; `status` says how far it got. A retry can send the broadcast twice, since no idempotency key is documented here.
     *
     * `POST /broadcasts`
     *
     * Evidence: documented. Younger than the public official file and absent from https://www.magicbell.com/docs/rest-api/overview. The SDK sends an idempotency key here too; no source says whether the vendor honors it.
     *
     * @see https://www.magicbell.com/docs/rest-api/reference
     * @see https://magicbell.com/docs/guides/migrations/migrating-to-post-broadcast
     */
    create(params: BroadcastsCreateParams, options?: CallOptions): Call<BroadcastsCreateResponse, BroadcastsCreateResult>;
    /**
     * Get a broadcast
     *
     * Reads a broadcast, with how far it got.
     *
     * `GET /broadcasts/{broadcast_id}`
     */
    get(params: BroadcastsGetParams, options?: CallOptions): Call<BroadcastsGetResponse, BroadcastsGetResult>;
    readonly notifications: {
      /**
       * List the notifications of a broadcast
       *
       * Lists the notifications that a broadcast made, one for each user, with what happened on each channel.
       *
       * `GET /broadcasts/{broadcast_id}/notifications`
       */
      list(params: BroadcastsNotificationsListParams, options?: CallOptions): PagedCall<BroadcastsNotificationsListResponse, BroadcastNotification, BroadcastsNotificationsListResult>;
    };
  };
  readonly notifications: {
    /**
     * Send a notification
     *
     * Sends a notification to up to 1000 recipients in one request. A user that does not exist yet is created, and attributes sent with a recipient are stored. The response says that the notification is accepted; it reaches the inboxes a moment later. With an idempotency key a request can be sent again without sending the notification twice.
     *
     * `POST /notifications`
     *
     * Evidence: documented. The page shows the request; the response comes from the official file. MagicBell's later migration guide advises POST /broadcasts in its place.
     *
     * @see https://www.magicbell.com/docs/rest-api/overview
     */
    create(params: NotificationsCreateParams, options?: IdempotentCallOptions): Call<NotificationsCreateResponse, NotificationsCreateResult>;
  };
  readonly users: {
    /**
     * List users
     *
     * Lists the users of the project. The list can be narrowed by time and put in order.
     *
     * `GET /users`
     */
    list(params?: UsersListParams, options?: CallOptions): PagedCall<UsersListResponse, User, UsersListResult>;
    /**
     * Create a user
     *
     * Creates a user, or updates the one with the same identifier. An email address or an external id must be given. Users need not be created in advance, since sending a notification creates them too.
     *
     * `POST /users`
     *
     * Evidence: documented. That one of the two identifiers is needed stands in words only, in the file as here.
     */
    create(params: UsersCreateParams, options?: CallOptions): Call<UsersCreateResponse, UsersCreateResult>;
    /**
     * Get a user
     *
     * Reads a user by MagicBell's id.
     *
     * `GET /users/{user_id}`
     */
    get(params: UsersGetParams, options?: CallOptions): Call<UsersGetResponse, UsersGetResult>;
    /**
     * Update a user
     *
     * Changes the fields of a user that are sent. Where users are known by email address, a new address must be brought here, or the user loses sight of older notifications.
     *
     * `PUT /users/{user_id}`
     *
     * Evidence: documented. That absent fields are not changed follows from the file's sample, which sends the email address alone.
     */
    update(params: UsersUpdateParams, options?: CallOptions): Call<UsersUpdateResponse, UsersUpdateResult>;
    /**
     * Delete a user
     *
     * Deletes a user at once.
     *
     * `DELETE /users/{user_id}`
     */
    delete(params: UsersDeleteParams, options?: CallOptions): Call<undefined, UsersDeleteResult>;
    readonly notifications: {
      /**
       * List the notifications of a user
       *
       * Lists what was sent to one user, with what happened on each channel.
       *
       * `GET /users/{user_id}/notifications`
       */
      list(params: UsersNotificationsListParams, options?: CallOptions): PagedCall<UsersNotificationsListResponse, UserNotification, UsersNotificationsListResult>;
    };
    readonly pushSubscriptions: {
      /**
       * List the push subscriptions of a user
       *
       * Lists the devices and browsers of one user that receive push notifications.
       *
       * `GET /users/{user_id}/push_subscriptions`
       */
      list(params: UsersPushSubscriptionsListParams, options?: CallOptions): PagedCall<UsersPushSubscriptionsListResponse, PushSubscription, UsersPushSubscriptionsListResult>;
    };
  };
  readonly imports: {
    /**
     * Import users
     *
     * Hands over many users at once. The work is done later; ask for the import by its id until its status is `processed`. An import can also tie users to Slack channels, if the Slack app is set up.
     *
     * `POST /imports`
     */
    create(params: ImportsCreateParams, options?: CallOptions): Call<ImportsCreateResponse, ImportsCreateResult>;
    /**
     * Get an import
     *
     * Says how far an import got, and which records failed and why. Failed records are in this response and do not make it fail.
     *
     * `GET /imports/{import_id}`
     */
    get(params: ImportsGetParams, options?: CallOptions): Call<ImportsGetResponse, ImportsGetResult>;
  };
  readonly metrics: {
    /**
     * Get metrics by day
     *
     * Counts of broadcasts, of the notifications they made and of the users they reached, one row a day. How many days it covers is not documented, and nothing can be chosen.
     *
     * `GET /metrics`
     *
     * Evidence: documented. The file lists a path parameter import_id that the path does not have; it is left out.
     */
    get(params?: Record<string, never>, options?: CallOptions): Call<MetricsGetResponse, MetricsGetResult>;
    readonly categories: {
      /**
       * Get metrics by category
       *
       * Counts of broadcasts, of the notifications they made and of the users they reached, one row a category. The period it covers is not documented.
       *
       * `GET /metrics/categories`
       *
       * Evidence: documented. The file lists a path parameter import_id that the path does not have; it is left out.
       */
      get(params?: Record<string, never>, options?: CallOptions): Call<MetricsCategoriesGetResponse, MetricsCategoriesGetResult>;
    };
    readonly topics: {
      /**
       * Get metrics by topic
       *
       * Counts of broadcasts, of the notifications they made and of the users they reached, one row a topic. The period it covers is not documented.
       *
       * `GET /metrics/topics`
       *
       * Evidence: documented. The file lists a path parameter import_id that the path does not have; it is left out.
       */
      get(params?: Record<string, never>, options?: CallOptions): Call<MetricsTopicsGetResponse, MetricsTopicsGetResult>;
    };
  };
}

export const magicBellOperations: OperationTable = {
  broadcasts: {
    list: {
      method: "GET",
      path: "/broadcasts",
      pagination: {
        parameter: "page",
        style: "page",
        sizeParameter: "per_page",
        items: ["broadcasts"],
        key: "id"
      }
    },
    create: {
      method: "POST",
      path: "/broadcasts",
      body: "fields"
    },
    get: {
      method: "GET",
      path: "/broadcasts/{broadcast_id}"
    },
    notifications: {
      list: {
        method: "GET",
        path: "/broadcasts/{broadcast_id}/notifications",
        pagination: {
          parameter: "page",
          style: "page",
          sizeParameter: "per_page",
          items: ["notifications"],
          key: "id"
        }
      }
    }
  },
  notifications: {
    create: {
      method: "POST",
      path: "/notifications",
      body: "fields",
      idempotencyKey: true
    }
  },
  users: {
    list: {
      method: "GET",
      path: "/users",
      pagination: {
        parameter: "page",
        style: "page",
        sizeParameter: "per_page",
        items: ["users"],
        key: "id"
      }
    },
    create: {
      method: "POST",
      path: "/users",
      body: "fields"
    },
    get: {
      method: "GET",
      path: "/users/{user_id}"
    },
    update: {
      method: "PUT",
      path: "/users/{user_id}",
      body: "fields"
    },
    delete: {
      method: "DELETE",
      path: "/users/{user_id}",
      responseMediaTypes: []
    },
    notifications: {
      list: {
        method: "GET",
        path: "/users/{user_id}/notifications",
        pagination: {
          parameter: "page",
          style: "page",
          sizeParameter: "per_page",
          items: ["notifications"],
          key: "id"
        }
      }
    },
    pushSubscriptions: {
      list: {
        method: "GET",
        path: "/users/{user_id}/push_subscriptions",
        pagination: {
          parameter: "page",
          style: "page",
          sizeParameter: "per_page",
          items: ["push_subscriptions"],
          key: "id"
        }
      }
    }
  },
  imports: {
    create: {
      method: "POST",
      path: "/imports",
      body: "fields"
    },
    get: {
      method: "GET",
      path: "/imports/{import_id}"
    }
  },
  metrics: {
    get: {
      method: "GET",
      path: "/metrics"
    },
    categories: {
      get: {
        method: "GET",
        path: "/metrics/categories"
      }
    },
    topics: {
      get: {
        method: "GET",
        path: "/metrics/topics"
      }
    }
  }
};

/** The operations of MagicBell REST API as methods of `MagicBellUser`. */
export interface MagicBellUserOperations {
  readonly notifications: {
    /**
     * List the user's notifications
     *
     * Lists the notifications in the user's inbox, the latest first, with the counts of unseen and unread ones.
     *
     * `GET /notifications`
     */
    list(params?: NotificationsListParams, options?: CallOptions): PagedCall<NotificationsListResponse, NotificationDelivery, NotificationsListResult>;
    /**
     * Get a notification
     *
     * Reads one notification of the user's inbox.
     *
     * `GET /notifications/{notification_id}`
     */
    get(params: NotificationsGetParams, options?: CallOptions): Call<NotificationsGetResponse, NotificationsGetResult>;
    /**
     * Delete a notification
     *
     * Removes a notification from the user's inbox at once, also in inboxes that are open.
     *
     * `DELETE /notifications/{notification_id}`
     */
    delete(params: NotificationsDeleteParams, options?: CallOptions): Call<undefined, NotificationsDeleteResult>;
    /**
     * Mark a notification as read
     *
     * Marks a notification of the user as read, and with that as seen.
     *
     * `POST /notifications/{notification_id}/read`
     */
    markAsRead(params: NotificationsMarkAsReadParams, options?: CallOptions): Call<undefined, NotificationsMarkAsReadResult>;
    /**
     * Mark a notification as unread
     *
     * Marks a notification of the user as unread.
     *
     * `POST /notifications/{notification_id}/unread`
     */
    markAsUnread(params: NotificationsMarkAsUnreadParams, options?: CallOptions): Call<undefined, NotificationsMarkAsUnreadResult>;
    /**
     * Archive a notification
     *
     * Puts a notification of the user into the archive.
     *
     * `POST /notifications/{notification_id}/archive`
     */
    archive(params: NotificationsArchiveParams, options?: CallOptions): Call<undefined, NotificationsArchiveResult>;
    /**
     * Unarchive a notification
     *
     * Takes a notification of the user out of the archive.
     *
     * `DELETE /notifications/{notification_id}/archive`
     *
     * Evidence: documented. In conflict: the file and the Swift SDK send DELETE …/archive, @magicbell/react-headless sends POST …/unarchive. The file is followed.
     */
    unarchive(params: NotificationsUnarchiveParams, options?: CallOptions): Call<undefined, NotificationsUnarchiveResult>;
    /**
     * Mark notifications as read
     *
     * Marks all notifications of the user as read, or those that the filters select. Open inboxes follow at once. Danger: a filter that the server does not know may be ignored, and then all are marked. The sources disagree on the names of the filters by category and topic. The client sends one value under both names. Several values have one name only.
     *
     * `POST /notifications/read`
     *
     * Evidence: documented. The effect of a filter whose name the server does not know is unknown, see `category` and `topic`.
     */
    markAllAsRead(params?: NotificationsMarkAllAsReadParams, options?: CallOptions): Call<undefined, NotificationsMarkAllAsReadResult>;
    /**
     * Mark notifications as seen
     *
     * Marks all notifications of the user as seen, or those that the filters select. Open inboxes follow at once. Danger: a filter that the server does not know may be ignored, and then all are marked. The sources disagree on the names of the filters by category and topic. The client sends one value under both names. Several values have one name only.
     *
     * `POST /notifications/seen`
     *
     * Evidence: documented. The effect of a filter whose name the server does not know is unknown, see `category` and `topic`.
     */
    markAllAsSeen(params?: NotificationsMarkAllAsSeenParams, options?: CallOptions): Call<undefined, NotificationsMarkAllAsSeenResult>;
  };
  readonly pushSubscriptions: {
    /**
     * List push subscriptions
     *
     * Lists the devices of the user. The response mentions pages, but the vendor documents no parameter to request another one.
     *
     * `GET /push_subscriptions`
     */
    list(params?: Record<string, never>, options?: CallOptions): Call<PushSubscriptionsListResponse, PushSubscriptionsListResult>;
    /**
     * Register a device
     *
     * Registers a device of the user for push notifications. They arrive only if the project has the channel set up and turned on.
     *
     * `POST /push_subscriptions`
     */
    create(params: PushSubscriptionsCreateParams, options?: CallOptions): Call<PushSubscriptionsCreateResponse, PushSubscriptionsCreateResult>;
    /**
     * Remove a device
     *
     * Removes a device of the user, so that it no longer receives push notifications.
     *
     * `DELETE /push_subscriptions/{device_token}`
     */
    delete(params: PushSubscriptionsDeleteParams, options?: CallOptions): Call<undefined, PushSubscriptionsDeleteResult>;
  };
  readonly notificationPreferences: {
    /**
     * Get notification preferences
     *
     * Says which categories the user wants on which channels. A channel that the user never turned off is on, as long as the project uses it.
     *
     * `GET /notification_preferences`
     */
    get(params?: Record<string, never>, options?: CallOptions): Call<NotificationPreferencesGetResponse, NotificationPreferencesGetResult>;
    /**
     * Update notification preferences
     *
     * Turns channels of categories on or off for the user. It takes effect on the channels that the project uses. Danger: whether the server keeps the preferences of categories that the body does not name is not documented. Send all of them to be sure.
     *
     * `PUT /notification_preferences`
     */
    update(params: NotificationPreferencesUpdateParams, options?: CallOptions): Call<NotificationPreferencesUpdateResponse, NotificationPreferencesUpdateResult>;
  };
  readonly subscriptions: {
    /**
     * List subscriptions
     *
     * Lists all topics that the user subscribed to or unsubscribed from. No paging is documented.
     *
     * `GET /subscriptions`
     */
    list(params?: Record<string, never>, options?: CallOptions): Call<SubscriptionsListResponse, SubscriptionsListResult>;
    /**
     * Subscribe to a topic
     *
     * Subscribes the user to categories of a topic, or to all of them with `*`. A user who had unsubscribed is subscribed again. A subscription also covers the topics whose name contains this one.
     *
     * `POST /subscriptions`
     *
     * Evidence: documented. The status is 200, not 201. The documentation says "substring" of the topics covered; its examples show prefixes only.
     */
    create(params: SubscriptionsCreateParams, options?: CallOptions): Call<SubscriptionsCreateResponse, SubscriptionsCreateResult>;
    /**
     * Get a subscription
     *
     * Says what the user follows of one topic.
     *
     * `GET /subscriptions/{topic}`
     */
    get(params: SubscriptionsGetParams, options?: CallOptions): Call<SubscriptionsGetResponse, SubscriptionsGetResult>;
    /**
     * Delete subscriptions to a topic
     *
     * Removes the user's subscriptions to categories of a topic. Danger: a server that does not find the categories in the body may remove all of the topic, and the sources disagree on where it looks. So name them twice, in `categories` and in `subscription.categories`. The client does it. To remove all categories, name `*`. How this differs from unsubscribing is not documented.
     *
     * `DELETE /subscriptions/{topic}`
     *
     * Evidence: documented. MagicBell's own test skips this operation, and the file has no words for it. The shape of the body is unknown, see its schema.
     */
    delete(params: SubscriptionsDeleteParams, options?: CallOptions): Call<undefined, SubscriptionsDeleteResult>;
    /**
     * Unsubscribe from a topic
     *
     * Unsubscribes the user from categories of a topic, or from all of them with `*`. Notifications of these no longer reach the user, even where the user is named as a recipient. Danger: what a list without categories does is not documented; it may mean all of the topic. The client refuses it.
     *
     * `POST /subscriptions/{topic}/unsubscribe`
     */
    unsubscribe(params: SubscriptionsUnsubscribeParams, options?: CallOptions): Call<SubscriptionsUnsubscribeResponse, SubscriptionsUnsubscribeResult>;
  };
}

export const magicBellUserOperations: OperationTable = {
  notifications: {
    list: {
      method: "GET",
      path: "/notifications",
      pagination: {
        parameter: "page",
        style: "page",
        sizeParameter: "per_page",
        items: ["notifications"],
        total: ["total"],
        pages: ["total_pages"],
        key: "id"
      }
    },
    get: {
      method: "GET",
      path: "/notifications/{notification_id}"
    },
    delete: {
      method: "DELETE",
      path: "/notifications/{notification_id}",
      responseMediaTypes: []
    },
    markAsRead: {
      method: "POST",
      path: "/notifications/{notification_id}/read",
      responseMediaTypes: []
    },
    markAsUnread: {
      method: "POST",
      path: "/notifications/{notification_id}/unread",
      responseMediaTypes: []
    },
    archive: {
      method: "POST",
      path: "/notifications/{notification_id}/archive",
      responseMediaTypes: []
    },
    unarchive: {
      method: "DELETE",
      path: "/notifications/{notification_id}/archive",
      responseMediaTypes: []
    },
    markAllAsRead: {
      method: "POST",
      path: "/notifications/read",
      responseMediaTypes: []
    },
    markAllAsSeen: {
      method: "POST",
      path: "/notifications/seen",
      responseMediaTypes: []
    }
  },
  pushSubscriptions: {
    list: {
      method: "GET",
      path: "/push_subscriptions"
    },
    create: {
      method: "POST",
      path: "/push_subscriptions",
      body: "fields"
    },
    delete: {
      method: "DELETE",
      path: "/push_subscriptions/{device_token}",
      responseMediaTypes: []
    }
  },
  notificationPreferences: {
    get: {
      method: "GET",
      path: "/notification_preferences",
      headers: {
        "Accept-Version": "v2"
      }
    },
    update: {
      method: "PUT",
      path: "/notification_preferences",
      body: "fields",
      headers: {
        "Accept-Version": "v2"
      }
    }
  },
  subscriptions: {
    list: {
      method: "GET",
      path: "/subscriptions"
    },
    create: {
      method: "POST",
      path: "/subscriptions",
      body: "fields"
    },
    get: {
      method: "GET",
      path: "/subscriptions/{topic}"
    },
    delete: {
      method: "DELETE",
      path: "/subscriptions/{topic}",
      body: "fields",
      responseMediaTypes: []
    },
    unsubscribe: {
      method: "POST",
      path: "/subscriptions/{topic}/unsubscribe",
      body: "fields"
    }
  }
};

export const querySerialization: QuerySerialization = {
  array: {
    style: "form",
    explode: false
  }
};

export const errors: ErrorPointers = {
  message: [["errors", "0", "message"]],
  code: [["errors", "0", "code"]],
  requestId: "X-Request-Id"
};

export const features: ClientFeatures = { createKey: createIdempotencyKey, lists: { page: listByCount } };

/** The documented rate limits, for `createFleetLimiter` of `@plumbline/fleet` and `createLimiter` of `@plumbline/runtime`. */
export const rateLimits: readonly RateLimit[] = [
  {
    requests: 100,
    seconds: 60,
    methods: ["GET", "HEAD", "OPTIONS"]
  },
  {
    requests: 60,
    seconds: 60,
    methods: ["POST", "PATCH", "PUT", "DELETE"]
  }
];
