import { formBody } from '@plumbline/runtime/features';
import { bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import type { Document, Media } from '@plumbline/spec-tools/document/document';
import { filesOf } from '@plumbline/spec-tools/generate/binary-types';

/** Formats the example of a request body as the options of curl. Files are read from the folder where it runs. */
export function curlOptions(document: Document, mediaType: string, media: Media, example: unknown): string[] {
  const kind = bodyKindOf(mediaType);
  const header = `-H "Content-Type: ${mediaType.includes('*') ? 'application/octet-stream' : mediaType}"`;
  if (kind === 'bytes') return [header, '--data-binary @file'];
  if (kind === 'form') {
    const pairs = new URLSearchParams(formOf(example, media));
    return Array.from(pairs, ([name, value]) => `--data-urlencode ${quote(`${name}=${value}`)}`);
  }
  if (kind === 'multipart')
    return partsOf(document, media, example).map(({ name, type, text, isFile }) =>
      isFile ? `--form ${quote(`${name}=@file`)}` : `--form ${quote(`${name}=${text}${type && `;type=${type}`}`)}`,
    );
  const text = kind === 'json' ? JSON.stringify(example, null, 2).replaceAll('\n', '\n  ') : String(example);
  return [header, `-d ${quote(text)}`];
}

/** Formats the example of a request body as the text to send, and its media type. */
export function sentText(
  document: Document,
  mediaType: string,
  media: Media,
  example: unknown,
): [type: string, text: string] {
  const kind = bodyKindOf(mediaType);
  if (kind === 'json') return [mediaType, JSON.stringify(example, null, 2)];
  if (kind === 'form') return [mediaType, formOf(example, media)];
  if (kind !== 'multipart') return [mediaType, String(example)];
  const parts = partsOf(document, media, example).map(({ name, type, text, isFile }) => {
    const head = `Content-Disposition: form-data; name="${name}"${isFile ? '; filename="file"' : ''}`;
    return `--part\r\n${head}\r\n${type && `Content-Type: ${type}\r\n`}\r\n${text}\r\n`;
  });
  return [`${mediaType}; boundary=part`, `${parts.join('')}--part--\r\n`];
}

function formOf(example: unknown, { encoding = {} }: Media): string {
  return String(formBody('example', 'body', Object(example), {}, encoding as never));
}

/** The parts of a multipart body, as a client sends them. */
function partsOf(document: Document, media: Media, example: unknown) {
  const files = new Set(filesOf(document, media).map(([name]) => name));
  return Object.entries(Object(example)).flatMap(([name, value]) =>
    [value].flat().map((one) => {
      const isFile = files.has(name) && typeof one === 'string';
      const isObject = typeof one === 'object' && one !== null;
      return {
        name,
        isFile,
        type: isFile ? 'application/octet-stream' : isObject ? 'application/json' : '',
        text: isObject ? JSON.stringify(one) : String(one),
      };
    }),
  );
}

/** Quotes a text for a shell. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
