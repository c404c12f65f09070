import type { ParameterDefinition } from '../pipeline/operation.ts';
import { isRecord } from '../pipeline/own-value.ts';
import { refuseOption } from './check-text.ts';
import { encodeSegment } from './path.ts';
import { serializeJson } from './request-body.ts';
import { toPlain, toText } from './values.ts';

/** A location of parameters. */
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

/** A parameter of an operation. */
interface Given {
  /** The operation in error messages. */
  readonly label: string;
  readonly place: ParameterPlace;
  /** Its name on the wire. */
  readonly name: string;
  /** Its name in error messages. */
  readonly key: string;
  readonly definition: ParameterDefinition;
}

/** A parameter with its defaults. */
interface Context extends Required<Pick<ParameterDefinition, 'style' | 'explode'>> {
  readonly label: string;
  readonly place: ParameterPlace;
  readonly encode: (text: string) => string;
}

/** The text of a parameter, with its name in a query and in a cookie. Undefined if there is nothing to send. */
export function parameterText({ label, place, name, key, definition }: Given, value: unknown): string | undefined {
  const hasName = place === 'query' || place === 'cookie';
  const { style = hasName ? 'form' : 'simple', explode = style === 'form', content, allowReserved } = definition;
  const encode =
    place === 'path' ? encodeSegment : place === 'header' ? String : allowReserved ? encodeUnsafe : encodeURIComponent;
  const context: Context = { label, place, style, explode, encode };
  const wire = place === 'path' ? encodeSegment(name) : encodeName(name);
  if (content) {
    const text = /[/+]json\b/i.test(content) ? toJson(context, key, value) : toText(label, key, value);
    return (hasName ? `${wire}=` : '') + encode(text);
  }
  return style === 'deepObject' ? writeDeep(context, wire, key, value) : writeStyled(context, wire, key, value);
}

function writeStyled(context: Context, name: string, key: string, value: unknown): string | undefined {
  const { label, place, style, explode, encode } = context;
  const plain = toPlain(value);
  const start = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
  const delimiter = style === 'spaceDelimited' ? '%20' : style === 'pipeDelimited' ? '|' : ',';
  const separator = !explode ? delimiter : place === 'cookie' ? '; ' : style === 'simple' ? ',' : start || '&';
  const hasName = style !== 'simple' && style !== 'label';
  /** Encodes a part of a list or an object. One that looks like two is refused. */
  const part = (where: string, item: unknown): string => {
    const text = isNested(item) ? toJson(context, where, item) : toText(label, where, item);
    let encoded = encode(text);
    // An encoded dot is still a dot.
    if (separator === '.') encoded = encoded.replace(/\./g, '%2E');
    if (separator === ',' && place !== 'header') encoded = encoded.replace(/,/g, '%2C');
    // Many servers decode before they split.
    if (encoded.includes(separator) || (separator === '|' && text.includes('|')))
      refuseOption(label, where, `cannot have a separator of its list (\`${decodeURIComponent(separator)}\`).`);
    return encoded;
  };
  const keyOf = (property: string) => {
    if (place === 'header' && property.includes('='))
      refuseOption(label, `${key}.${property}`, 'cannot have a name with `=`.');
    return part(`${key}.${property}`, property).replace(/=/g, '%3D');
  };
  let values: string[];
  if (Array.isArray(plain)) {
    values = Array.from(plain, (item, index) => part(`${key}[${index}]`, item));
    if (explode && hasName) values = values.map((text) => `${name}=${text}`);
  } else if (isNested(plain)) {
    values = entriesOf(plain).flatMap(([property, item]) => {
      // An exploded property is like a parameter of its own.
      const items = explode && hasName && Array.isArray(item) ? [...item] : [item];
      return items.flatMap((one) => {
        const pair = [keyOf(property), part(`${key}.${property}`, one)];
        return explode ? pair.join('=') : pair;
      });
    });
  } else {
    const text = encode(toText(label, key, plain));
    return start + (hasName ? name + (style === 'matrix' && text === '' ? '' : `=${text}`) : text);
  }
  if (values.length === 0) return undefined;
  return start + (hasName && !explode ? `${name}=` : '') + values.join(separator);
}

/** Writes an object with its names in brackets. */
function writeDeep({ label, encode }: Context, name: string, key: string, value: unknown): string | undefined {
  const pairs: string[] = [];
  const visit = (prefix: string, where: string, item: unknown, depth: number): void => {
    const plain = toPlain(item);
    // It may contain itself.
    if (depth > 50) refuseOption(label, key, 'is nested too deeply.');
    if (Array.isArray(plain)) {
      const isFlat = !plain.some((one) => isNested(one));
      for (const [index, one] of plain.entries())
        visit(`${prefix}[${isFlat ? '' : index}]`, `${where}[${index}]`, one, depth + 1);
    } else if (isNested(plain)) {
      for (const [property, one] of entriesOf(plain)) {
        if (/[[\]]/.test(property)) refuseOption(label, `${where}.${property}`, 'cannot have a name with brackets.');
        visit(
          `${prefix}[${encodeURIComponent(toText(label, `${where}.${property}`, property))}]`,
          `${where}.${property}`,
          one,
          depth + 1,
        );
      }
    } else pairs.push(`${prefix}=${encode(toText(label, where, plain))}`);
  };
  visit(name, key, value, 0);
  return pairs.length > 0 ? pairs.join('&') : undefined;
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  const plain = toPlain(value);
  return Array.isArray(plain) || isRecord(plain);
}

/** The properties of an object, except those that are undefined. */
function entriesOf(object: Readonly<Record<string, unknown>>): [name: string, value: unknown][] {
  return Object.entries(object).filter(([, value]) => value !== undefined);
}

/** JSON. In a header it is ASCII. */
function toJson({ label, place }: Context, where: string, value: unknown): string {
  const text = serializeJson(label, where, value);
  return place === 'header'
    ? text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : text;
}

/** Encodes all but unreserved and reserved characters (RFC 3986). `#`, `&` and `+` would end or change the value. */
function encodeUnsafe(text: string): string {
  return encodeURIComponent(text).replace(/%(3A|2F|3F|5B|5D|40|24|2C|3B|3D)/g, decodeURIComponent);
}

/** Encodes a name: `filter[name]` and `$top` stay unchanged. */
function encodeName(name: string): string {
  return encodeUnsafe(name).replace(/=/g, '%3D');
}
