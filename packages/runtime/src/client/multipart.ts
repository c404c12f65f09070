import { createUpload } from '../pipeline/dispatch/upload.ts';
import type { EncodingDefinition } from '../pipeline/operation.ts';
import { Bare, isRecord, ownCopy, ownValue } from '../pipeline/own-value.ts';
import { assertStream, isStream, readFile } from './binary.ts';
import { refuseOption } from './check-text.ts';
import { fieldsOf, isJson } from './form.ts';
import { createBoundary, type Part, writeMultipart } from './multipart-parts.ts';
import type { BodySerializer } from './request-body.ts';
import { toPlain } from './values.ts';

/**
 * Serializes a `multipart/form-data` body: text, files, JSON for objects, and one part for each item of a list.
 *
 * It is FormData where that can say it, else the same written here: FormData can neither hold a stream, nor give a part a media type
 * without a file name.
 */
export const multipartBody: BodySerializer = (label, root, body, headers, encoding) => {
  // The transport names the boundary of FormData.
  delete headers['content-type'];
  if (body instanceof FormData) return body;
  if (!isRecord(body))
    return refuseOption(label, root, 'must be an object or FormData, because it is sent as multipart/form-data.');
  const parts = Object.keys(body).flatMap((name) =>
    partsOf(label, root ? `${root}.${name}` : name, name, body[name], encoding && ownValue(encoding, name)),
  );
  if (parts.every(({ data, type }) => data instanceof Blob || (typeof data === 'string' && !type))) {
    const form = new FormData();
    for (const { name, data, fileName } of parts) {
      if (typeof data === 'string') form.append(name, data);
      else form.append(name, data as Blob, fileName);
    }
    return form;
  }
  const boundary = createBoundary();
  headers['content-type'] = `multipart/form-data; boundary=${boundary}`;
  const written = writeMultipart(parts, boundary);
  return isStream(written) ? createUpload(written) : written;
};

function partsOf(
  label: string,
  place: string,
  name: string,
  value: unknown,
  encoding: EncodingDefinition = new Bare(),
): Part[] {
  const { contentType = '', style } = encoding;
  // A style makes fields of a list and of an object; JSON makes one part of a list.
  if (Array.isArray(value) && !(style && style !== 'form') && !isJson(contentType)) {
    // A list in a list is one part of JSON.
    const typeOf = (item: unknown) => ownCopy({ contentType: Array.isArray(item) ? 'application/json' : contentType });
    return value.flatMap((item, index) => partsOf(label, `${place}[${index}]`, name, item, typeOf(item)));
  }
  const file = readFile(value);
  if (file) return [filePartOf(label, place, name, file, contentType)];
  const plain = toPlain(value);
  const isObject = !style && (isRecord(plain) || Array.isArray(plain));
  const json = isJson(contentType) ? contentType : 'application/json';
  return fieldsOf(
    label,
    place,
    name,
    isObject ? value : plain,
    isObject ? ownCopy({ contentType: json }) : encoding,
  ).map(({ name: field, texts, delimiter = '' }) => ({
    name: field,
    data: texts.join(decodeURIComponent(delimiter)),
    // Text is the default.
    type: isObject ? json : style || contentType.startsWith('text/plain') ? '' : contentType,
  }));
}

function filePartOf(
  label: string,
  place: string,
  name: string,
  { data, name: fileName, type }: NonNullable<ReturnType<typeof readFile>>,
  contentType: string,
): Part {
  for (const [property, text] of [
    ['name', fileName],
    ['type', type],
  ] as const) {
    if (text !== undefined && typeof text !== 'string')
      refuseOption(label, `${place}.${property}`, 'must be a string.');
  }
  if (isStream(data)) assertStream(label, place, data);
  // `encoding` may list several media types, or a range of them.
  const declared = contentType
    .split(',')
    .find((one) => !one.includes('*'))
    ?.trim();
  const own = data instanceof Blob ? data.type : '';
  const wanted = (type as string | undefined) ?? (own || declared || 'application/octet-stream');
  const given = fileName as string | undefined;
  if (isStream(data)) return { name, data, fileName: given ?? 'blob', type: new Blob([], { type: wanted }).type };
  const blob = data instanceof Blob && own === wanted ? data : new Blob([data as BlobPart], { type: wanted });
  return { name, data: blob, fileName: given ?? (data as Partial<File>).name ?? 'blob', type: blob.type };
}
