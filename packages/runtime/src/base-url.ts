import { PlumblineError } from './plumbline-error.ts';

/**
 * Checks the address of a server and gives it without a trailing slash.
 *
 * @throws {PlumblineError} When it is no absolute URL, holds credentials, a query or a fragment, or is neither HTTPS nor on
 * loopback. The message does not repeat it: it may hold credentials.
 */
export function checkUrl(factory: string, option: string, value: string, allowInsecureRequests = false): string {
  const refuse = (why: string): never => {
    throw new PlumblineError(`${factory}: \`${option}\` ${why}`);
  };
  const url = URL.canParse(value)
    ? new URL(value)
    : refuse('must be an absolute URL such as https://api.example.com/v1.');
  if (url.username || url.password) refuse('must not hold a user name or password; they are options of their own.');
  if (url.search || url.hash) refuse('must not have a query or a fragment.');
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (loopback || allowInsecureRequests === true))) {
    refuse('must begin with https://, since credentials are sent there; `allowInsecureRequests` permits http://.');
  }
  // Not `href`: an empty query or fragment stays in it, and would swallow the path.
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
