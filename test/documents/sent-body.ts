import type { RecordedRequest } from '@plumbline/runtime/testing';
import type { SentPart } from './document-case.ts';

/** A request as the platform would send it: FormData and Blobs have named their media type. */
export interface Sent {
  readonly headers: Headers;
  readonly text: string;
}

/** Reads the body of a recorded request, of any kind. */
export async function readSent({ url, method, headers, body }: RecordedRequest): Promise<Sent> {
  if (body === null) return { headers: new Headers(headers), text: '' };
  const request = new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
  return { headers: request.headers, text: await request.text() };
}

/** The parts of a multipart body, as they stand in its text. */
export function partsOf({ headers, text }: Sent): SentPart[] {
  const [, boundary = ''] = /^multipart\/form-data; boundary=(\S+)$/.exec(headers.get('content-type') ?? '') ?? [];
  const [, ...parts] = text.split(`--${boundary}`);
  return parts.slice(0, -1).map((part) => {
    const [head = '', ...rest] = part.slice(2, -2).split('\r\n\r\n');
    const [, name = ''] = / name="([^"]*)"/.exec(head) ?? [];
    const [, fileName] = / filename="([^"]*)"/.exec(head) ?? [];
    const [, type] = /Content-Type: (.*)/i.exec(head) ?? [];
    return {
      name,
      ...(fileName !== undefined && { fileName }),
      ...(type !== undefined && { type }),
      text: rest.join('\r\n\r\n'),
    };
  });
}
