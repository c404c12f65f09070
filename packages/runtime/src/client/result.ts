/** The registered HTTP statuses of final responses, and those of Cloudflare. */
type HttpStatus =
  | 200
  | 201
  | 202
  | 203
  | 204
  | 205
  | 206
  | 207
  | 208
  | 226
  | RedirectStatus
  | ClientError
  | ServerError;
type RedirectStatus = 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;
type ClientError =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 418)
  | (421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451 | 499);
type ServerError =
  | (500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511)
  | (520 | 521 | 522 | 523 | 524 | 525 | 526 | 527 | 530);

type Success<Status, Ok extends string> = Status extends number
  ? `${Status}` extends `${Ok}${string}`
    ? Status
    : never
  : never;

/** The statuses of a key of `Bodies`: a status itself, all of a range such as `5XX`, or for `default` all that are undeclared and no success. */
type StatusOf<Key, Bodies, Ok extends string> = Key extends number
  ? Key
  : Key extends 'default'
    ? Exclude<HttpStatus, StatusOf<Exclude<keyof Bodies, 'default'>, Bodies, Ok> | Success<HttpStatus, Ok>>
    : Key extends `${infer Digit}XX`
      ? RangeOf<Digit, Exclude<HttpStatus, keyof Bodies>>
      : never;
type RangeOf<Digit extends string, Status> = Status extends number
  ? `${Status}` extends `${Digit}${string}`
    ? Status
    : never
  : never;

interface ResultOk<Status, Body> {
  /**
   * Whether the status is 2xx, and the body has the requested media type if the operation declares one. A redirect is a success too, if the
   * operation declares no other.
   */
  readonly ok: true;
  readonly status: Status;
  /** The body; undefined if it is empty, or if the operation declares none. `response` keeps it. Bytes may be of length 0. */
  readonly data: Body;
  readonly error?: never;
  readonly response: Response;
}
interface ResultError<Status, Body> {
  readonly ok: false;
  readonly status: Status;
  readonly data?: never;
  /** The parsed JSON body, else its text; undefined if it is empty. */
  readonly error: Body;
  readonly response: Response;
}

type ResultOf<Status, Body, Ok extends string> = [Success<Status, Ok>] extends [never]
  ? ResultError<Status, Body>
  : ResultOk<Status, Body>;
type Statuses<Bodies, Ok extends string> = { [Key in keyof Bodies]: StatusOf<Key, Bodies, Ok> }[keyof Bodies];
/** The variant of all other statuses, if there are any. */
type Undeclared<Status> = [Status] extends [never] ? never : ResultError<Status, unknown>;

/**
 * The result of a call: one variant for each status that the spec declares, so that `status` narrows `data` and `error`.
 *
 * An undeclared success is omitted, so that `ok` alone narrows `data`. If one arrives, it has the type of a declared one.
 *
 * @typeParam Bodies The bodies by status, by range such as `5XX`, and by `default`.
 * @typeParam Ok The first digit of a success: `2`, or `2` and `3` if a redirect is one.
 */
export type Result<Bodies, Ok extends string = '2'> =
  | { [Key in keyof Bodies]: ResultOf<StatusOf<Key, Bodies, Ok>, Bodies[Key], Ok> }[keyof Bodies]
  | Undeclared<Exclude<HttpStatus, Statuses<Bodies, Ok> | Success<HttpStatus, Ok>>>;

/** The result of a call of any operation whose success has this body. */
export type AnyResult<Data = unknown> = ResultOk<number, Data> | ResultError<number, unknown>;

/** A result before its operation is known. */
export interface UntypedResult {
  readonly ok: boolean;
  readonly status: number;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * Makes the result of a response. If its status is 2xx, but its text does not have the requested media type, it is an error.
 *
 * @param body Its text, or an error that is parsed already.
 * @param media The requested media type; undefined if the operation declares no body, so that any text is a success.
 */
export function readResult(response: Response, body: unknown = '', media?: string): UntypedResult {
  const { status } = response;
  const [data, parsed] = parseJson(body);
  const isEmpty = !parsed && !(data as string).trim();
  if (!response.ok) return { ok: false, status, error: isEmpty ? undefined : data, response };
  if (isEmpty || media === undefined) return { ok: true, status, data: undefined, response };
  const isJson = media.endsWith('json');
  // An object or an array is JSON under any Content-Type, and no CSV.
  const isObject = Object(data) === data;
  const ok = isJson
    ? parsed && (isObject || mayHaveType(response, media))
    : !(isObject && media.endsWith('csv')) && mayHaveType(response, media);
  return ok ? { ok, status, data: isJson ? data : body, response } : { ok, status, error: data, response };
}

/** Whether the Content-Type permits a media type. Only clear conflicts are false, because many servers send JSON as text. */
export function mayHaveType({ headers }: Response, media: string): boolean {
  const others = media.includes('json') ? /html|csv/i : /html|json/i;
  const type = headers.get('Content-Type') ?? '';
  return type.includes(media) || !others.test(type);
}

/** Parses JSON. Returns text that is not JSON, and what is parsed already, unchanged. */
function parseJson(body: unknown): [data: unknown, parsed: boolean] {
  if (typeof body !== 'string') return [body, true];
  try {
    // `trim` also removes the second byte order mark that some servers send.
    return [JSON.parse(body.trim()), true];
  } catch {
    return [body, false];
  }
}
