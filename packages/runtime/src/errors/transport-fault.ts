/** `#transport-fault` everywhere but in browsers. */

/** Why a transport failed, read from the error that it threw. */
export interface TransportFault {
  /** The code of the system or of the platform, e.g. `ECONNRESET`; undefined if there is none. */
  readonly code: string | undefined;
  /** Whether no connection was made, so that the vendor cannot have received the request. */
  readonly notConnected: boolean;
  /** The problem, if a retry would fail in the same way; undefined if the fault may pass. */
  readonly permanent: string | undefined;
}

interface ErrorLike {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: unknown;
  /** Of an `AggregateError`: one error for each address that was tried. */
  readonly errors?: unknown;
}

/** Codes, system calls and messages of Node, Bun and Deno for a connection that was never made. */
const unconnected =
  /^(connect|getaddrinfo|E(CONNREFUSED|NOTFOUND|AI_\w+|(HOST|NET)(UNREACH|DOWN)|ADDRNOTAVAIL)|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$|before secure TLS connection/;
/** The faults that a retry does not change, by code or message. The first match counts. */
const permanentFaults: readonly (readonly [fault: RegExp, problem: string])[] = [
  [
    /CERT|^UNABLE_TO_|^CRL_|^INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH|certificate|self.signed/,
    'the certificate of the server was refused',
  ],
  [/^ERR_(TLS|SSL)_|^EPROTO$|SSL routines|handshake failure/, 'TLS failed'],
  [/HEADERS?_OVERFLOW/, 'the headers of the response are too large'],
  // Parsers of HTTP, without the code in undici. An early end of the connection may pass.
  [
    /^(HPE_|.*HTTP\/1\.1 protocol \()(?!Invalid.EOF)|^(Z_DATA_ERROR|ERR__ERROR_FORMAT|ZSTD_error)/i,
    'the response is malformed',
  ],
  [/^(bad|blocked|unsafe|restricted) port|INVALID_URL/i, '`fetch` refuses the URL or its port'],
];

/** Reads a transport's error. Platforms nest the system's error in `cause`, and in the `errors` of an `AggregateError`. */
export function readTransportFault(thrown: unknown): TransportFault {
  const codes: string[] = [];
  const texts: string[] = [];
  // Returns whether no connection was made. The depth is limited, because some errors refer to themselves.
  const read = (error: unknown, depth: number): boolean => {
    if (typeof error !== 'object' || error === null || depth > 6) return false;
    const { code, syscall, message, cause, errors } = error as ErrorLike;
    // Text of a server is not a code.
    if (typeof code === 'string' && /^\w{1,64}$/.test(code)) codes.push(code);
    const own = [code, syscall, message].filter((text) => typeof text === 'string');
    texts.push(...own);
    const addresses = Array.isArray(errors) ? errors.map((one) => read(one, depth + 1)) : [];
    const nested = read(cause, depth + 1);
    // Of several addresses, each must have failed to connect.
    return addresses.length > 0 ? addresses.every(Boolean) : nested || own.some((text) => unconnected.test(text));
  };
  const notConnected = read(thrown, 0);
  const permanent = permanentFaults.find(([fault]) => texts.some((text) => fault.test(text)))?.[1];
  return { code: codes[0], notConnected, permanent };
}
