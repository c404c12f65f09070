/** MagicBell as plain arrays: users, and what belongs to them. */

export interface ModelUser {
  id?: unknown;
  external_id?: string | null;
  email?: string | null;
  first_name?: string | null;
  last_name?: string | null;
  custom_attributes?: object;
  created_at?: string;
  last_seen_at?: string;
  last_notified_at?: string;
}
export type UserInput = Pick<ModelUser, 'external_id' | 'email' | 'first_name'>;
export interface Category {
  slug: string;
  reason?: string;
  status?: string;
}
export interface ModelNotification {
  id?: unknown;
  readonly user: ModelUser;
  readonly broadcast: ModelBroadcast | undefined;
  readonly title: string;
  readonly category: string | null;
  readonly topic: string | null;
  readonly sent: string;
  updated: string;
  seen: string | null;
  read: string | null;
  archived: string | null;
}
export interface Message {
  readonly title: string;
  readonly category?: string;
  readonly topic?: string;
  readonly recipients: readonly object[];
}
export interface ModelBroadcast {
  readonly id: unknown;
  readonly message: Message;
  readonly created: string;
  reads: number;
  total: number;
  sent: string | null;
}
export interface Filters {
  readonly read?: boolean;
  readonly seen?: boolean;
  readonly archived?: boolean;
  readonly category?: string;
  readonly topic?: string;
  readonly categories?: string[];
  readonly topics?: string[];
}
/** Who calls: a user by email address or by external id. */
export type Caller = { readonly email: string } | { readonly external_id: string };

/** What a new user has that the request leaves out. */
export const emptyUser = { external_id: null, email: null, first_name: null, last_name: null, custom_attributes: {} };

export class MagicBellModel {
  readonly users: ModelUser[] = [];
  readonly notifications: ModelNotification[] = [];
  readonly broadcasts: ModelBroadcast[] = [];
  readonly imports: { readonly id: unknown; readonly users: number; reads: number }[] = [];
  subscriptions: { readonly user: ModelUser; readonly topic: string; categories: Category[] }[] = [];
  devices: {
    id?: unknown;
    readonly user: ModelUser;
    readonly token: string;
    platform: string;
    readonly created: string;
  }[] = [];
  readonly preferences = new Map<ModelUser, { slug: string; channels: { slug: string; enabled: boolean }[] }[]>();
  readonly now: () => string;

  constructor(now: () => string) {
    this.now = now;
  }

  /** Changes the user with the external id or else the email address, or makes one. Without both there is none. */
  upsert(input: UserInput): ModelUser | undefined {
    for (const key of ['external_id', 'email'] as const) {
      const value = input[key];
      const found = value ? this.users.find((user) => user[key] === value) : undefined;
      if (found) return Object.assign(found, input);
    }
    if (!input.external_id && !input.email) return undefined;
    const user = { ...emptyUser, created_at: this.now(), ...input };
    this.users.push(user);
    return user;
  }

  /** The user that calls. */
  caller(caller: Caller): ModelUser {
    const [key, value] = Object.entries(caller)[0] as ['email' | 'external_id', string];
    return this.users.find((user) => user[key] === value) ?? (this.upsert(caller) as ModelUser);
  }

  /** The user that a path names: by id, as `email:…` or as `external_id:…`. */
  named(path: string): ModelUser | undefined {
    const [, key, value] = /^(email|external_id):(.*)$/.exec(path) ?? [];
    return this.users.find((user) => (key ? user[key as 'email'] === value : user.id === path));
  }

  removeUser(user: ModelUser): void {
    this.users.splice(this.users.indexOf(user), 1);
    const others = this.notifications.filter((notification) => notification.user !== user);
    this.notifications.splice(0, Infinity, ...others);
    this.subscriptions = this.subscriptions.filter((subscription) => subscription.user !== user);
    this.devices = this.devices.filter((device) => device.user !== user);
    this.preferences.delete(user);
  }

  deliver(message: Message, broadcast?: ModelBroadcast): void {
    const found = new Set<ModelUser>();
    for (const recipient of message.recipients as (UserInput & { matches?: string; topic?: object })[]) {
      if (recipient.matches === '*') for (const user of this.users) found.add(user);
      else if (recipient.topic) for (const user of this.#subscribersOf(message.topic)) found.add(user);
      else if (recipient.matches === undefined) found.add(this.upsert(recipient) as ModelUser);
    }
    const { title, category = null, topic = null } = message;
    const now = this.now();
    for (const user of found) {
      const times = { sent: now, updated: now, seen: null, read: null, archived: null };
      this.notifications.push({ user, broadcast, title, category, topic, ...times });
      user.last_notified_at = now;
    }
  }

  #subscribersOf(topic: string | undefined): ModelUser[] {
    const isOn = (categories: Category[]) => categories.some(({ status }) => status === 'subscribed');
    return this.subscriptions.filter((one) => one.topic === topic && isOn(one.categories)).map(({ user }) => user);
  }

  /** The inbox of a user, the newest first. */
  inbox(user: ModelUser, filters: Filters = {}): ModelNotification[] {
    const { read, seen, archived, category, topic, categories, topics } = filters;
    const isOf = (value: string | null, wanted: string) =>
      wanted === 'uncategorized' ? value === null : value === wanted;
    return this.notifications
      .filter((one) => one.user === user)
      .filter((one) => read === undefined || (one.read !== null) === read)
      .filter((one) => seen === undefined || (one.seen !== null) === seen)
      .filter((one) => archived === undefined || (one.archived !== null) === archived)
      .filter((one) => category === undefined || isOf(one.category, category))
      .filter((one) => categories === undefined || categories.some((wanted) => isOf(one.category, wanted)))
      .filter((one) => topic === undefined || one.topic === topic)
      .filter((one) => topics === undefined || topics.includes(String(one.topic)))
      .reverse();
  }

  /** Subscribes a user to categories of a topic. */
  subscribe(user: ModelUser, topic: string, categories: readonly Category[]): void {
    const known = this.subscriptions.find((one) => one.user === user && one.topic === topic);
    const sent = categories.map((category) => ({ ...category, status: 'subscribed' }));
    if (known) mergeBySlug(known.categories, sent);
    else this.subscriptions.push({ user, topic, categories: sent });
  }
}

/** Changes the entries that have the same slug, and appends the others. */
export function mergeBySlug<Entry extends { slug: string }>(known: Entry[], sent: readonly Entry[]): void {
  for (const entry of sent) {
    const same = known.find(({ slug }) => slug === entry.slug);
    if (same) Object.assign(same, entry);
    else known.push({ ...entry });
  }
}
