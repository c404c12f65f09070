/** What the cases of responses share: how they read what a call gives. */

/** Bytes that are not text. */
export const binary: Uint8Array<ArrayBuffer> = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 255, 0xc3, 0x28);

/** A response of these bytes. */
export function respondWithBytes(type: string): Response {
  return new Response(binary, { headers: { 'Content-Type': type } });
}

/** The bytes of a text, each as a chunk of its own. */
export function splitBytes(text: string): Uint8Array[] {
  return Array.from(new TextEncoder().encode(text), (byte) => Uint8Array.of(byte));
}

/** Collects what `stream()` yields, and the name and the message of the error that ends it. */
export async function collect(call: { stream(): AsyncIterable<unknown> }): Promise<unknown[]> {
  const events: unknown[] = [];
  try {
    for await (const event of call.stream()) events.push(event);
    return events;
  } catch (error) {
    return [...events, (error as Error).name, (error as Error).message];
  }
}

interface AnyResult {
  readonly ok: boolean;
  readonly status: number;
  readonly data?: unknown;
  readonly error?: unknown;
}

/** The parts of a result that are not its response. */
export async function partsOf(call: { result(): Promise<AnyResult> }): Promise<unknown[]> {
  const { ok, status, data, error } = await call.result();
  return [ok, status, data, error];
}
