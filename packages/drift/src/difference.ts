import { describeSchema, type InferredSchema } from './inferred-schema.ts';
import { hidden } from './plain-name.ts';

export type Kind =
  | 'new field'
  | 'undescribed field'
  | 'missing field'
  | 'renamed field'
  | 'changed type'
  | 'new enum value'
  | 'changed format'
  | 'changed form'
  | 'changed constraint'
  | 'undocumented status'
  | 'undeclared media type'
  | 'unreadable body'
  | 'empty body'
  | 'undeclared body'
  | 'refused request';

/** Something in which the vendor's answers and the spec differ. Nothing in it is a value of an answer, but for words of enums. */
export interface Difference {
  readonly kind: Kind;
  /** The operationId. */
  readonly operation: string;
  readonly status: number;
  /** `request`, `response 200` or `response 200 body`. */
  readonly place: string;
  /** JSON Pointer of it in the body, with `*` for an index of a list; empty for all of it. */
  readonly pointer: string;
  /** Where the bundle speaks of it: the object's schema for a field, else the schema, response or operation. */
  readonly at: string;
  /** The field, the enum's value, the keyword or the media type; nothing where it looks like data. */
  readonly name?: string | undefined;
  /** What a renamed field was called. */
  readonly before?: string;
  /** What the spec has there, in its words. */
  readonly expected?: string;
  readonly found?: InferredSchema;
  /** Whether the spec says that a value outside its enum may come. */
  readonly open?: boolean;
}

/** How much a difference moves the version of the spec that accepts it, by SemVer. */
export type Bump = 'major' | 'minor' | 'none';

/**
 * The rule: major is what breaks code that was right by the spec, or its types; minor is what such code does not notice.
 *
 * A success or a redirect that the spec does not declare has no type; a client gives 404, 405, 410 and 501 to those who call what
 * is gone. Other errors must be met by all code, declared or not. Of a failing server nobody may expect a well-formed answer.
 */
export function bumpOf({ kind, status, open }: Difference): Bump {
  switch (kind) {
    case 'undescribed field':
      return 'none';
    case 'new field':
    case 'undeclared body':
      return 'minor';
    case 'new enum value':
      return open ? 'minor' : 'major';
    case 'undocumented status':
      return status < 400 || [404, 405, 410, 501].includes(status) ? 'major' : 'minor';
    case 'undeclared media type':
      return status >= 500 || open ? 'minor' : 'major';
    case 'empty body':
    case 'unreadable body':
      return status >= 500 ? 'minor' : 'major';
    default:
      return 'major';
  }
}

/** Says a difference in words. */
export function describeDifference(difference: Difference): string {
  const { kind, name = hidden, before, expected, found, open } = difference;
  const seen = found ? describeSchema(found) : '';
  switch (kind) {
    case 'new field':
    case 'undescribed field':
      return `${kind} ${name}: ${seen}`;
    case 'missing field':
      return `required field ${name} is missing`;
    case 'renamed field':
      return `${before} is probably ${name} now: ${seen}`;
    case 'changed type':
      return `${expected} became ${seen}`;
    case 'new enum value':
      return `new value ${name} of ${open ? 'an open' : 'a closed'} enum`;
    case 'changed format':
      return `no longer of the format ${expected}`;
    case 'changed form':
      return `none of the forms that the spec knows: ${seen}`;
    case 'changed constraint':
      return `breaks ${name}`;
    case 'undeclared media type':
      return `${name}, where the spec declares ${expected}${open ? '; it can be read all the same' : ''}`;
    case 'unreadable body':
      return `the body is not the ${expected} that it says it is`;
    case 'empty body':
      return `no body, where the spec declares ${expected}`;
    case 'undeclared body':
      return `a body, where the spec declares none: ${name}${seen && `, ${seen}`}`;
    case 'undocumented status':
      return `${difference.status}, where the spec declares ${expected}`;
    case 'refused request':
      return `a request that the spec allows is refused with ${difference.status}: something new is required of it, or a value is no longer taken`;
  }
}
