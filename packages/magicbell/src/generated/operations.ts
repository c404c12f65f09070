// Generated from specs/magicbell/openapi.yaml by `npm run generate`. Edit the spec, not this file.

import type { Call, CallOptions, IdempotentCallOptions, Input, Item, OperationTable, PagedCall, QuerySerialization, RateLimit } from '@plumbline/runtime';
import type { operations } from './schema.ts';

/** The operations of MagicBell REST API as methods of `MagicBell`. */
export interface MagicBellOperations {
  readonly broadcasts: {
    /**
     * List broadcasts
     *
     * Lists the broadcasts of the project, the latest sent first.
     *
     * `GET /broadcasts`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /broadcasts)
     */
    list(parameters?: Input<operations["broadcasts/list"]>, options?: CallOptions): PagedCall<operations["broadcasts/list"], Item<operations["broadcasts/list"], "broadcasts">>;
    /**
     * Send a broadcast
     *
     * Sends a notification to each of up to 1000 recipients: users, users that an expression matches, or the subscribers of a topic. A user that does not exist yet is created, and attributes sent with a recipient are stored. The work is done later; `status` says how far it got. A retry can send the broadcast twice, since no idempotency key is documented here.
     *
     * `POST /broadcasts`
     *
     * Evidence: documented (https://www.magicbell.com/docs/rest-api/reference §Create broadcasts; https://magicbell.com/docs/guides/migrations/migrating-to-post-broadcast; magicbell/magicbell-js @ ca473595 packages/magicbell/src/schemas/broadcasts.ts): Younger than the public official file and absent from https://www.magicbell.com/docs/rest-api/overview. The SDK sends an idempotency key here too; no source says whether the vendor honors it.
     */
    create(parameters: Input<operations["broadcasts/create"]>, options?: CallOptions): Call<operations["broadcasts/create"]>;
    /**
     * Get a broadcast
     *
     * Reads a broadcast, with how far it got.
     *
     * `GET /broadcasts/{broadcast_id}`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /broadcasts/{broadcast_id})
     */
    get(parameters: Input<operations["broadcasts/get"]>, options?: CallOptions): Call<operations["broadcasts/get"]>;
    readonly notifications: {
      /**
       * List the notifications of a broadcast
       *
       * Lists the notifications that a broadcast made, one for each user, with what happened on each channel.
       *
       * `GET /broadcasts/{broadcast_id}/notifications`
       *
       * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /broadcasts/{broadcast_id}/notifications)
       */
      list(parameters: Input<operations["broadcasts/notifications/list"]>, options?: CallOptions): PagedCall<operations["broadcasts/notifications/list"], Item<operations["broadcasts/notifications/list"], "notifications">>;
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
     * Evidence: documented (https://www.magicbell.com/docs/rest-api/overview §Idempotent requests and §Rate limiting; magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §POST /notifications): The page shows the request; the response comes from the official file. MagicBell's later migration guide advises POST /broadcasts in its place.
     */
    create(parameters: Input<operations["notifications/create"]>, options?: IdempotentCallOptions): Call<operations["notifications/create"]>;
  };
  readonly users: {
    /**
     * List users
     *
     * Lists the users of the project. The list can be narrowed by time and put in order.
     *
     * `GET /users`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /users)
     */
    list(parameters?: Input<operations["users/list"]>, options?: CallOptions): PagedCall<operations["users/list"], Item<operations["users/list"], "users">>;
    /**
     * Create a user
     *
     * Creates a user, or updates the one with the same identifier. An email address or an external id must be given. Users need not be created in advance, since sending a notification creates them too.
     *
     * `POST /users`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §POST /users; magicbell/community docs/docs/choosing-an-identifier.mdx @ ebf0689): That one of the two identifiers is needed stands in words only, in the file as here.
     */
    create(parameters: Input<operations["users/create"]>, options?: CallOptions): Call<operations["users/create"]>;
    /**
     * Get a user
     *
     * Reads a user by MagicBell's id.
     *
     * `GET /users/{user_id}`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /users/{user_id})
     */
    get(parameters: Input<operations["users/get"]>, options?: CallOptions): Call<operations["users/get"]>;
    /**
     * Update a user
     *
     * Changes the fields of a user that are sent. Where users are known by email address, a new address must be brought here, or the user loses sight of older notifications.
     *
     * `PUT /users/{user_id}`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §PUT /users/{user_id}, §PUT /users/email:{user_email} and §PUT /users/external_id:{external_id}): That absent fields are not changed follows from the file's sample, which sends the email address alone.
     */
    update(parameters: Input<operations["users/update"]>, options?: CallOptions): Call<operations["users/update"]>;
    /**
     * Delete a user
     *
     * Deletes a user at once.
     *
     * `DELETE /users/{user_id}`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §DELETE /users/{user_id}, §DELETE /users/email:{user_email} and §DELETE /users/external_id:{external_id})
     */
    delete(parameters: Input<operations["users/delete"]>, options?: CallOptions): Call<operations["users/delete"]>;
    readonly notifications: {
      /**
       * List the notifications of a user
       *
       * Lists what was sent to one user, with what happened on each channel.
       *
       * `GET /users/{user_id}/notifications`
       *
       * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /users/{user_id}/notifications)
       */
      list(parameters: Input<operations["users/notifications/list"]>, options?: CallOptions): PagedCall<operations["users/notifications/list"], Item<operations["users/notifications/list"], "notifications">>;
    };
    readonly pushSubscriptions: {
      /**
       * List the push subscriptions of a user
       *
       * Lists the devices and browsers of one user that receive push notifications.
       *
       * `GET /users/{user_id}/push_subscriptions`
       *
       * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /users/{user_id}/push_subscriptions)
       */
      list(parameters: Input<operations["users/pushSubscriptions/list"]>, options?: CallOptions): PagedCall<operations["users/pushSubscriptions/list"], Item<operations["users/pushSubscriptions/list"], "push_subscriptions">>;
    };
  };
  readonly imports: {
    /**
     * Import users
     *
     * Hands over many users at once. The work is done later; ask for the import by its id until its status is `processed`. An import can also tie users to Slack channels, if the Slack app is set up.
     *
     * `POST /imports`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §POST /imports)
     */
    create(parameters: Input<operations["imports/create"]>, options?: CallOptions): Call<operations["imports/create"]>;
    /**
     * Get an import
     *
     * Says how far an import got, and which records failed and why. Failed records are in this response and do not make it fail.
     *
     * `GET /imports/{import_id}`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /imports/{import_id})
     */
    get(parameters: Input<operations["imports/get"]>, options?: CallOptions): Call<operations["imports/get"]>;
  };
  readonly metrics: {
    /**
     * Get metrics by day
     *
     * Counts of broadcasts, of the notifications they made and of the users they reached, one row a day. How many days it covers is not documented, and nothing can be chosen.
     *
     * `GET /metrics`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /metrics): The file lists a path parameter import_id that the path does not have; it is left out.
     */
    get(parameters?: Record<string, never>, options?: CallOptions): Call<operations["metrics/get"]>;
    readonly categories: {
      /**
       * Get metrics by category
       *
       * Counts of broadcasts, of the notifications they made and of the users they reached, one row a category. The period it covers is not documented.
       *
       * `GET /metrics/categories`
       *
       * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /metrics/categories): The file lists a path parameter import_id that the path does not have; it is left out.
       */
      get(parameters?: Record<string, never>, options?: CallOptions): Call<operations["metrics/categories/get"]>;
    };
    readonly topics: {
      /**
       * Get metrics by topic
       *
       * Counts of broadcasts, of the notifications they made and of the users they reached, one row a topic. The period it covers is not documented.
       *
       * `GET /metrics/topics`
       *
       * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /metrics/topics): The file lists a path parameter import_id that the path does not have; it is left out.
       */
      get(parameters?: Record<string, never>, options?: CallOptions): Call<operations["metrics/topics/get"]>;
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
        items: "broadcasts",
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
          items: "notifications",
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
        items: "users",
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
          items: "notifications",
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
          items: "push_subscriptions",
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
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /notifications)
     */
    list(parameters?: Input<operations["notifications/list"]>, options?: CallOptions): PagedCall<operations["notifications/list"], Item<operations["notifications/list"], "notifications">>;
    /**
     * Get a notification
     *
     * Reads one notification of the user's inbox.
     *
     * `GET /notifications/{notification_id}`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /notifications/{notification_id})
     */
    get(parameters: Input<operations["notifications/get"]>, options?: CallOptions): Call<operations["notifications/get"]>;
    /**
     * Delete a notification
     *
     * Removes a notification from the user's inbox at once, also in inboxes that are open.
     *
     * `DELETE /notifications/{notification_id}`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §DELETE /notifications/{notification_id})
     */
    delete(parameters: Input<operations["notifications/delete"]>, options?: CallOptions): Call<operations["notifications/delete"]>;
    /**
     * Mark a notification as read
     *
     * Marks a notification of the user as read, and with that as seen.
     *
     * `POST /notifications/{notification_id}/read`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §POST /notifications/{notification_id}/read)
     */
    markAsRead(parameters: Input<operations["notifications/markAsRead"]>, options?: CallOptions): Call<operations["notifications/markAsRead"]>;
    /**
     * Mark a notification as unread
     *
     * Marks a notification of the user as unread.
     *
     * `POST /notifications/{notification_id}/unread`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §POST /notifications/{notification_id}/unread)
     */
    markAsUnread(parameters: Input<operations["notifications/markAsUnread"]>, options?: CallOptions): Call<operations["notifications/markAsUnread"]>;
    /**
     * Archive a notification
     *
     * Puts a notification of the user into the archive.
     *
     * `POST /notifications/{notification_id}/archive`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §POST /notifications/{notification_id}/archive)
     */
    archive(parameters: Input<operations["notifications/archive"]>, options?: CallOptions): Call<operations["notifications/archive"]>;
    /**
     * Unarchive a notification
     *
     * Takes a notification of the user out of the archive.
     *
     * `DELETE /notifications/{notification_id}/archive`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §DELETE /notifications/{notification_id}/archive): In conflict: the file and the Swift SDK send DELETE …/archive, @magicbell/react-headless sends POST …/unarchive. The file is followed.
     */
    unarchive(parameters: Input<operations["notifications/unarchive"]>, options?: CallOptions): Call<operations["notifications/unarchive"]>;
    /**
     * Mark notifications as read
     *
     * Marks all notifications of the user as read, or those that the filters select. Open inboxes follow at once. Danger: a filter that the server does not know may be ignored, and then all are marked. The sources disagree on the names of the filters by category and topic. The client sends one value under both names. Several values have one name only.
     *
     * `POST /notifications/read`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §POST /notifications/read): The effect of a filter whose name the server does not know is unknown, see `category` and `topic`.
     */
    markAllAsRead(parameters?: Input<operations["notifications/markAllAsRead"]>, options?: CallOptions): Call<operations["notifications/markAllAsRead"]>;
    /**
     * Mark notifications as seen
     *
     * Marks all notifications of the user as seen, or those that the filters select. Open inboxes follow at once. Danger: a filter that the server does not know may be ignored, and then all are marked. The sources disagree on the names of the filters by category and topic. The client sends one value under both names. Several values have one name only.
     *
     * `POST /notifications/seen`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §POST /notifications/seen): The effect of a filter whose name the server does not know is unknown, see `category` and `topic`.
     */
    markAllAsSeen(parameters?: Input<operations["notifications/markAllAsSeen"]>, options?: CallOptions): Call<operations["notifications/markAllAsSeen"]>;
  };
  readonly pushSubscriptions: {
    /**
     * List push subscriptions
     *
     * Lists the devices of the user. The response mentions pages, but the vendor documents no parameter to request another one.
     *
     * `GET /push_subscriptions`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /push_subscriptions)
     */
    list(parameters?: Record<string, never>, options?: CallOptions): Call<operations["pushSubscriptions/list"]>;
    /**
     * Register a device
     *
     * Registers a device of the user for push notifications. They arrive only if the project has the channel set up and turned on.
     *
     * `POST /push_subscriptions`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §POST /push_subscriptions)
     */
    create(parameters: Input<operations["pushSubscriptions/create"]>, options?: CallOptions): Call<operations["pushSubscriptions/create"]>;
    /**
     * Remove a device
     *
     * Removes a device of the user, so that it no longer receives push notifications.
     *
     * `DELETE /push_subscriptions/{device_token}`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §DELETE /push_subscriptions/{device_token})
     */
    delete(parameters: Input<operations["pushSubscriptions/delete"]>, options?: CallOptions): Call<operations["pushSubscriptions/delete"]>;
  };
  readonly notificationPreferences: {
    /**
     * Get notification preferences
     *
     * Says which categories the user wants on which channels. A channel that the user never turned off is on, as long as the project uses it.
     *
     * `GET /notification_preferences`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /notification_preferences)
     */
    get(parameters?: Record<string, never>, options?: CallOptions): Call<operations["notificationPreferences/get"]>;
    /**
     * Update notification preferences
     *
     * Turns channels of categories on or off for the user. It takes effect on the channels that the project uses. Danger: whether the server keeps the preferences of categories that the body does not name is not documented. Send all of them to be sure.
     *
     * `PUT /notification_preferences`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §PUT /notification_preferences)
     */
    update(parameters: Input<operations["notificationPreferences/update"]>, options?: CallOptions): Call<operations["notificationPreferences/update"]>;
  };
  readonly subscriptions: {
    /**
     * List subscriptions
     *
     * Lists all topics that the user subscribed to or unsubscribed from. No paging is documented.
     *
     * `GET /subscriptions`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /subscriptions)
     */
    list(parameters?: Record<string, never>, options?: CallOptions): Call<operations["subscriptions/list"]>;
    /**
     * Subscribe to a topic
     *
     * Subscribes the user to categories of a topic, or to all of them with `*`. A user who had unsubscribed is subscribed again. A subscription also covers the topics whose name contains this one.
     *
     * `POST /subscriptions`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §POST /subscriptions; magicbell/community docs/docs/subscriptions.mdx @ ebf0689): The status is 200, not 201. The documentation says "substring" of the topics covered; its examples show prefixes only.
     */
    create(parameters: Input<operations["subscriptions/create"]>, options?: CallOptions): Call<operations["subscriptions/create"]>;
    /**
     * Get a subscription
     *
     * Says what the user follows of one topic.
     *
     * `GET /subscriptions/{topic}`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §GET /subscriptions/{topic})
     */
    get(parameters: Input<operations["subscriptions/get"]>, options?: CallOptions): Call<operations["subscriptions/get"]>;
    /**
     * Delete subscriptions to a topic
     *
     * Removes the user's subscriptions to categories of a topic. Danger: a server that does not find the categories in the body may remove all of the topic, and the sources disagree on where it looks. So name them twice, in `categories` and in `subscription.categories`. The client does it. To remove all categories, name `*`. How this differs from unsubscribing is not documented.
     *
     * `DELETE /subscriptions/{topic}`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §DELETE /subscriptions/{topic}): MagicBell's own test skips this operation, and the file has no words for it. The shape of the body is unknown, see its schema.
     */
    delete(parameters: Input<operations["subscriptions/delete"]>, options?: CallOptions): Call<operations["subscriptions/delete"]>;
    /**
     * Unsubscribe from a topic
     *
     * Unsubscribes the user from categories of a topic, or from all of them with `*`. Notifications of these no longer reach the user, even where the user is named as a recipient. Danger: what a list without categories does is not documented; it may mean all of the topic. The client refuses it.
     *
     * `POST /subscriptions/{topic}/unsubscribe`
     *
     * Evidence: documented (magicbell/community openapi/spec/openapi.json @ ebf0689 (v1.0) §POST /subscriptions/{topic}/unsubscribe; magicbell/community docs/docs/subscriptions.mdx @ ebf0689)
     */
    unsubscribe(parameters: Input<operations["subscriptions/unsubscribe"]>, options?: CallOptions): Call<operations["subscriptions/unsubscribe"]>;
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
        items: "notifications",
        key: "id",
        total: "total",
        pages: "total_pages"
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
