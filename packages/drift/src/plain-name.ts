/** How a name or a value is written that is not shown, because it may be somebody's. */
export const hidden = '(not shown: it looks like data)';

/**
 * Whether a key of an answer reads like a name that a programmer gave, and not like data: an id, an address, a secret.
 * In doubt it does not.
 */
export function isPlainName(text: string): boolean {
  return text.length <= 40 && text.replace(/^_/, '').split('_').every(isWords);
}

/**
 * Whether a value that an enum does not list reads like those that it lists: words, in letters and with separators that they have
 * too. In doubt it does not.
 */
export function isPlainToken(text: string, listed: readonly unknown[]): boolean {
  const known = listed.join('');
  if (listed.some((value) => String(value).toLowerCase() === text.toLowerCase())) return true;
  return isTokenOfWords(text) && [/[A-Z]/, /[a-z]/, /\./, /-/].every((kind) => kind.test(known) || !kind.test(text));
}

/** Whether a media type is one that can be shown: `application/vnd.api+json`, without parameters. */
export function isPlainMediaType(text: string): boolean {
  const [, subtype = ''] =
    /^(?:application|audio|font|image|message|model|multipart|text|video)\/((?:(?:vnd|prs|x)[.-])?[^.]+)$/.exec(text) ??
    [];
  return subtype.split('+').every(isTokenOfWords);
}

function isTokenOfWords(text: string): boolean {
  if (text.length > 40) return false;
  return text.split(/[_.-]/).every((part) => isWords(part) || (/^[A-Z]{1,20}\d{0,2}$/.test(part) && isSpeakable(part)));
}

const word = /(?<![A-Z])[A-Z]{1,5}\d{0,2}(?![A-Z]{2}|[a-z])|[A-Z]?[a-z]{1,20}\d{0,2}|^\d{1,2}$/g;

/** Words in camel case. Keys and tokens break into many short words, or into words that nobody can say. */
function isWords(text: string): boolean {
  const words = text.match(word) ?? [];
  if (words.length === 0 || words.join('') !== text) return false;
  if (words.length > 2 && text.length / words.length < 2.5) return false;
  return words.every(isSpeakable);
}

function isSpeakable(text: string): boolean {
  return text.length < 6 || /[aeiouy]/i.test(text);
}
