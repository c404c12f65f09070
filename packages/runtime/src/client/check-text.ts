import { PlumblineError } from '../errors/plumbline-error.ts';

/** @throws {PlumblineError} Always: the option and why it is refused. */
export function refuseOption(label: string, option: string, why: string): never {
  throw new PlumblineError(`${label}: \`${option}\` ${why}`);
}

/**
 * Refuses a credential that cannot be right, before a request shows it to anyone. The message never repeats it.
 *
 * @returns The credential.
 */
export function checkCredential(factory: string, option: string, value: string | undefined): string {
  if (value === undefined) refuseOption(factory, option, 'is missing.');
  if (typeof value !== 'string') refuseOption(factory, option, 'must be a string.');
  if (value.trim() === '') refuseOption(factory, option, 'is empty. Is the environment variable set?');
  // Headers take these characters and no others; a line break at the end is the usual slip.
  if (!/^[\x21-\x7e]+( +[\x21-\x7e]+)*$/.test(value)) {
    const why = 'holds a character that cannot be sent: white space at an end, a line break, or one outside ASCII.';
    refuseOption(factory, option, why);
  }
  return value;
}

/**
 * Checks the address of a server and gives it without a trailing slash.
 *
 * @throws {PlumblineError} When it is no absolute URL, holds credentials, a query or a fragment, or is neither HTTPS nor on
 * loopback. The message does not repeat it: it may hold credentials.
 */
export function checkUrl(factory: string, option: string, value: string, allowInsecureRequests?: boolean): string {
  const refuse = (why: string) => refuseOption(factory, option, why);
  if (!URL.canParse(value)) refuse('must be an absolute URL such as https://api.example.com/v1.');
  const url = new URL(value);
  if (url.username || url.password) refuse('must not hold a user name or password; they are options of their own.');
  if (url.search || url.hash) refuse('must not have a query or a fragment.');
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (loopback || allowInsecureRequests === true))) {
    refuse('must begin with https://, since credentials are sent there; `allowInsecureRequests` permits http://.');
  }
  // Not `href`: an empty query or fragment stays in it, and would swallow the path.
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
