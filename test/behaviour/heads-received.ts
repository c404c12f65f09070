/** Notifies a server when a client has received a response head. It works for all transports: each is built on undici. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** The response header that names the exchange. */
export const exchangeHeader = 'x-exchange';

interface Message {
  readonly response: { readonly headers: readonly unknown[] | Readonly<Record<string, unknown>> };
}

const channel = 'undici:request:headers';

/**
 * Calls back with the value of {@link exchangeHeader} for each response head, until the returned function is called.
 *
 * @see https://undici.nodejs.org/#/docs/api/DiagnosticsChannel
 */
export function onHeadReceived(callback: (exchange: string) => void): () => void {
  const receive = (message: unknown) => {
    const { headers } = (message as Message).response;
    // Alternating names and values, or a record in some versions of undici.
    const fields = [...(Array.isArray(headers) ? headers : Object.entries(headers).flat())].map(String);
    const index = fields.findIndex((field) => field.toLowerCase() === exchangeHeader);
    if (index >= 0) callback(fields[index + 1] as string);
  };
  subscribe(channel, receive);
  return () => unsubscribe(channel, receive);
}
