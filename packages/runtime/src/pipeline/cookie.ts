/** Adds a cookie to those of a `Cookie` header (RFC 6265 §4.2.1). */
export function addCookie(header: string | undefined, cookie: string): string {
  return header ? `${header}; ${cookie}` : cookie;
}
