import { isPattern } from './suite/transfer-bodies.ts';

/** A part of a multipart body, as it arrived. */
export interface ReceivedPart {
  readonly name: string | undefined;
  readonly fileName: string | undefined;
  /** The media type; undefined for plain text. */
  readonly type: string | undefined;
  readonly size: number;
  /** Whether it is the bytes of `pattern`. */
  readonly intact: boolean;
  /** Its text, if it is short. */
  readonly text: string;
}

/** Reads the parts of a multipart body (RFC 7578), without the leniency of a parser. */
export function partsOf(body: Buffer, boundary: string): ReceivedPart[] {
  const delimiter = `\r\n--${boundary}`;
  const text = `\r\n${body.toString('latin1')}`;
  return text
    .split(delimiter)
    .slice(1, -1)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n');
      const content = Buffer.from(rest.join('\r\n\r\n'), 'latin1');
      const read = (pattern: RegExp) => pattern.exec(Buffer.from(head, 'latin1').toString())?.[1];
      return {
        name: read(/[; ]name="([^"]*)"/),
        fileName: read(/filename="([^"]*)"/),
        type: read(/content-type: *([^\r]*)/i),
        size: content.length,
        intact: isPattern(content),
        text: content.length < 1000 ? content.toString() : '',
      };
    });
}
