import { bodyKindOf } from '../document/content-kind.ts';
import { type Document, type EncodingObject, type Operation, resolve, type Schema } from '../document/document.ts';
import { requestMediaTypeOf } from './media-types.ts';

const scalars = ['string', 'integer', 'number', 'boolean'];

/** How the fields of an operation's body are sent, as its table has it: what differs from the runtime's defaults. */
export function encodingOf(document: Document, { body }: Operation): object | undefined {
  if (!body) return undefined;
  const mediaType = requestMediaTypeOf(body);
  const { schema = {}, encoding = {} } = body.content[mediaType] ?? {};
  const { properties = {} } = resolve(document, schema);
  if (!/^(form|multipart)$/.test(bodyKindOf(mediaType))) return undefined;
  const entries = Object.entries(encoding).flatMap(([name, one]) => {
    const kept = withoutDefaults(one, resolve(document, properties[name] ?? {}));
    return Object.keys(kept).length > 0 ? [[name, kept] as const] : [];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function withoutDefaults({ style, explode, contentType, allowReserved }: EncodingObject, schema: Schema): object {
  const reserved = allowReserved ? { allowReserved } : {};
  // OpenAPI 3.1: a `contentType` beside a style is ignored.
  if (style !== undefined || explode !== undefined) {
    const own = { style: style ?? 'form', explode: explode ?? (style ?? 'form') === 'form' };
    const isDefault = own.style === 'form' && own.explode && schema.type !== 'object' && !isUnion(schema);
    return isDefault || isScalar(schema) ? reserved : { ...own, ...reserved };
  }
  const isDefault =
    contentType === undefined || contentType === (schema.type === 'object' ? 'application/json' : 'text/plain');
  return isDefault ? reserved : { contentType, ...reserved };
}

/**
 * The serializer of the runtime that an operation's body needs; undefined if the client has it anyway: JSON, text, and forms of
 * plain fields.
 */
export function bodySerializerOf(
  document: Document,
  operation: Operation,
): 'multipartBody' | 'formBody' | 'bytesBody' | undefined {
  const { body } = operation;
  if (!body) return undefined;
  const mediaType = requestMediaTypeOf(body);
  const kind = bodyKindOf(mediaType);
  if (kind === 'multipart') return 'multipartBody';
  if (kind === 'bytes') return 'bytesBody';
  if (kind !== 'form') return undefined;
  const { type, properties = {} } = resolve(document, body.content[mediaType]?.schema ?? {});
  const fields = Object.values(properties);
  const isPlain = type === 'object' && fields.length > 0 && fields.every((field) => isScalar(resolve(document, field)));
  return isPlain && !encodingOf(document, operation) ? undefined : 'formBody';
}

function isScalar({ type, const: only, enum: values = [] }: Schema): boolean {
  const known = only === undefined ? values : [only];
  const types = [type ?? known.map((value) => typeof value)].flat();
  return types.length > 0 && types.every((name) => scalars.includes(name) || name === 'null');
}

function isUnion({ anyOf, oneOf }: Schema): boolean {
  return anyOf !== undefined || oneOf !== undefined;
}
