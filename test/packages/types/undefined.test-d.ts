/**
 * Each optional property accepts undefined, also under `exactOptionalPropertyTypes`, under which `tsc -p test` compiles this file.
 * Compiled, never run.
 */
import {
  createMagicBell,
  type createMagicBellUser,
  type Notification,
  type NotificationsCreateParams,
  type Subscription,
} from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import type { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';
import type {
  CallOptions,
  ClientCredentialsOptions,
  ClientDefinition,
  ClientOptions,
  CredentialDefinition,
  OptionDefinition,
  RetryOptions,
} from '@plumbline/runtime';
import type { UndiciFetchOptions } from '@plumbline/runtime/undici';

/** The names of the optional properties that do not accept undefined. */
type Strict<Options> = Options extends unknown
  ? { [Name in keyof Options]-?: StrictName<Options, Name> }[keyof Options]
  : never;
type StrictName<Options, Name extends keyof Options> =
  object extends Pick<Options, Name>
    ? { [Key in Name]: undefined } extends Pick<Options, Name>
      ? never
      : Name
    : never;
const none = <_Names extends never>() => {};
none<
  Strict<ClientOptions> | Strict<CallOptions> | Strict<RetryOptions> | Strict<NonNullable<ClientOptions['policies']>>
>();
none<Strict<NonNullable<Parameters<typeof createMagicBell>[0]>> | Strict<Parameters<typeof createMagicBellUser>[0]>>();
none<
  Strict<NonNullable<Parameters<typeof createMagnetiq>[0]>> | Strict<NonNullable<Parameters<typeof createMagnify>[0]>>
>();
none<Strict<NonNullable<Parameters<typeof createMxAudience>[0]>> | Strict<ClientCredentialsOptions>>();
none<
  | Strict<ClientDefinition<object>>
  | Strict<CredentialDefinition<object>>
  | Strict<OptionDefinition>
  | Strict<UndiciFetchOptions>
>();
none<Strict<NotificationsCreateParams['notification']> | Strict<Notification> | Strict<Subscription>>();

declare const text: string | undefined;
declare const flag: boolean | undefined;
declare const number: number | undefined;
declare const signal: AbortSignal | undefined;

// Each of them at a real call. `null` is none too, for a signal alone.
const magicbell = createMagicBell({ apiKey: text, apiSecret: text, baseUrl: text, rateLimit: flag, timeout: number });
magicbell.users.list({ page: number, per_page: number }, { signal, timeout: number, headers: { 'X-Id': text } });
magicbell.notifications.create(
  { notification: { title: 't', content: text, recipients: [{ email: 'a@b.example' }] } },
  { idempotencyKey: text, headers: undefined, retry: undefined },
);
magicbell.api.GET('/users', { params: { query: { page: number } } });
createMagicBell({ retry: { attempts: number, maxDelay: number }, policies: { call: undefined, attempt: undefined } });
createMagnetiq({ apiKey: text, rateLimit: undefined });
createMagnetiq({ clientId: text, clientSecret: text, apiKey: undefined });
createMxAudience({ domain: text, baseUrl: undefined });
createMxAudience({ baseUrl: text, domain: undefined });
createMxAudience({ baseUrl: text }).audiences.listMembers(
  { id_or_slug: 'a', institution_public_id: 'b' },
  { accept: undefined, deadline: number },
);
