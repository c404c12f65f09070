/** A file that was read. */
interface ReadFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/**
 * Puts a file into the text of a request body.
 *
 * @param field The field of a multipart body. Empty if the file is the whole body.
 * @param mediaType The media type of the body, with its boundary.
 */
export function withFile(body: string, field: string, mediaType: string, { name, type, text }: ReadFile): string {
  if (field === '') return text;
  const [, boundary = ''] = /boundary=(\S+)/.exec(mediaType) ?? [];
  const escaped = (value: string) => value.replace(/[\r\n"]/g, encodeURIComponent);
  const head = `Content-Disposition: form-data; name="${escaped(field)}"; filename="${escaped(name)}"`;
  const part = `\n${head}\nContent-Type: ${type || 'application/octet-stream'}\n\n${text}\n`;
  const [start = '', ...parts] = body.split(`--${boundary}`);
  const index = parts.findIndex((one) => one.includes(` name="${escaped(field)}"`));
  // The last one is the end of the body.
  return [start, ...(index < 0 ? parts.toSpliced(-1, 0, part) : parts.with(index, part))].join(`--${boundary}`);
}
