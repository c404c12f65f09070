/** A part of a multipart body. */
export interface Part {
  readonly name: string;
  /** Only a file has one. */
  readonly fileName: string | undefined;
  readonly type: string | undefined;
  readonly text: string;
}

/**
 * Splits a `multipart/form-data` body into its parts.
 *
 * @throws {SyntaxError} When the media type has no boundary, or the body does not end with it.
 */
export function readParts(contentType: string, text: string): Part[] {
  const [, quoted, token] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? token;
  if (!boundary || !text.trimEnd().endsWith(`--${boundary}--`)) throw new SyntaxError('The body has no end.');
  // A text field of a page has no other line ends.
  const lines = text.includes('\r\n') ? text : text.replaceAll('\n', '\r\n');
  const [, ...parts] = `\r\n${lines}`.split(`\r\n--${boundary}`);
  return parts.slice(0, -1).map((part) => {
    const end = part.indexOf('\r\n\r\n');
    const head = part.slice(0, end);
    return {
      name: parameterOf(head, 'name') ?? '',
      fileName: parameterOf(head, 'filename'),
      type: /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim(),
      text: part.slice(end + 4),
    };
  });
}

function parameterOf(head: string, name: string): string | undefined {
  const [, value] = new RegExp(`[; ]${name}="([^"]*)"`, 'i').exec(head) ?? [];
  return value?.replace(/%22|%0D|%0A/gi, decodeURIComponent);
}
