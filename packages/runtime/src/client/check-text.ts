import { PlumblineError } from '../errors/plumbline-error.ts';
import { printable } from '../pipeline/headers.ts';

/** @throws {PlumblineError} Always, with the option and its problem. */
export function refuseOption(label: string, option: string, problem: string): never {
  throw new PlumblineError(`${label}: \`${printable(option)}\` ${problem}`);
}

/**
 * Validates a credential before a request sends it.
 *
 * @returns The credential.
 * @throws {PlumblineError} If it is missing, empty, or not valid in a header. The message never contains it.
 */
export function checkCredential(factory: string, option: string, value: string | undefined): string {
  if (value === undefined) refuseOption(factory, option, 'is missing.');
  if (typeof value !== 'string') refuseOption(factory, option, 'must be a string.');
  if (value.trim() === '') refuseOption(factory, option, 'is empty. Is the environment variable set?');
  // Headers allow only these characters. The usual mistake is a line break at the end.
  if (!/^[\x21-\x7e]+( +[\x21-\x7e]+)*$/.test(value)) {
    refuseOption(factory, option, 'has a character that cannot be sent. Remove line breaks and non-ASCII.');
  }
  return value;
}

/**
 * Validates the URL of a server.
 *
 * @returns The URL without a trailing slash.
 * @throws {PlumblineError} If it is not an absolute URL, has credentials, a query or a fragment, or is neither HTTPS nor on
 * loopback. The message does not contain the URL, which may have credentials.
 */
export function checkUrl(factory: string, option: string, value: string, allowInsecureRequests?: boolean): string {
  const refuse = (problem: string) => refuseOption(factory, option, problem);
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return refuse('must be an absolute URL.');
  }
  if (url.username || url.password) refuse('must not have a user name or password.');
  if (url.search || url.hash) refuse('must not have a query or a fragment.');
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (loopback || allowInsecureRequests === true))) {
    refuse('must begin with https://. `allowInsecureRequests` permits http://.');
  }
  // `href` would keep an empty query or fragment, to which paths would then be appended.
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
