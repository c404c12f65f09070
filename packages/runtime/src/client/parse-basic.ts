import { refuseOption } from './check-text.ts';

/**
 * Reads a credential of HTTP Basic, as text or as an object, and encodes it: base64 of its UTF-8 (RFC 7617 §2.1).
 *
 * @returns The text after `Basic `.
 * @throws {PlumblineError} If it is not a user name with a password. The message never contains it.
 */
export function parseBasic(factory: string, option: string, value: unknown): string {
  const refuse = (problem: string) => refuseOption(factory, option, problem);
  let text = value;
  if (typeof value === 'object' && value !== null) {
    const username: unknown = Object.getOwnPropertyDescriptor(value, 'username')?.value;
    const password: unknown = Object.getOwnPropertyDescriptor(value, 'password')?.value;
    if (typeof username !== 'string' || typeof password !== 'string') {
      return refuse('must have the texts `username` and `password`.');
    }
    if (username.includes(':')) return refuse('must not have a colon in the user name.');
    text = `${username}:${password}`;
  }
  if (text === undefined) return refuse('is missing.');
  if (typeof text !== 'string') return refuse('must be a string, or an object with `username` and `password`.');
  if (text.trim() === '') return refuse('is empty. Is the environment variable set?');
  if (!text.includes(':') || text === ':') {
    return refuse('must be `username:password`. The password may be empty, as in `username:`.');
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 7617 §2 forbids them. The usual mistake is a line break at the end.
  if (/[\u0000-\u001f\u007f]/.test(text)) return refuse('has a control character, such as a line break. Remove it.');
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
