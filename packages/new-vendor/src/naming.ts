/**
 * Splits a name into words in lower case: `listUsersForOrg`, `list-users-for-org` and `list users for org` give the same four. Digits
 * belong to the word before them: `getUserV2` gives `get`, `user` and `v2`. Scripts without case make one word.
 */
export function splitWords(name: string): string[] {
  return (
    name
      .normalize('NFC')
      // Of mixed case, but one word each.
      .replace(/OAuth/g, 'Oauth')
      .replace(/(\p{Lu})(\p{Lu}+)s(?!\p{Ll})/gu, (_, first, rest) => `${first}${rest.toLowerCase()}s`)
      .replace(/(?<=\p{Ll}|\p{L}\p{N}+)(?=\p{Lu})/gu, ' ')
      .replace(/(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
      .split(/(?:_|\P{ID_Continue})+/u)
      .filter(Boolean)
      .map((word) => word.toLowerCase())
  );
}

/** Joins words as an identifier. One that would begin with a digit gets an `n` in front. Without words it is empty. */
export function camelCase(words: readonly string[]): string {
  const joined = words.map((word, index) => (index === 0 ? word : capital(word))).join('');
  return joined === '' || /^\p{ID_Start}/u.test(joined) ? joined : `n${joined}`;
}

/** A component's name: `account_v2.owner` is `AccountV2Owner`. It keeps the letters of every script. */
export function pascalCase(name: string): string {
  const joined = name
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .map(capital)
    .join('');
  return /^\p{L}/u.test(joined) ? joined : `N${joined}`;
}

function capital(word: string): string {
  return word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** The singular of an English noun, by its ending. */
export function singular(noun: string): string {
  if (/ies$/.test(noun)) return noun.replace(/ies$/, 'y');
  if (/(ss|tus|x|ch|sh)es$/.test(noun)) return noun.replace(/es$/, '');
  return noun.replace(/(?<![isu])s$/, '');
}

/** The first name of `name`, `name2`, `name3` … that is not taken. Behind a digit, a number begins with `n`: `v2n2`. */
export function untaken(name: string, isTaken: (name: string) => boolean): string {
  const stem = /\p{N}$/u.test(name) ? `${name}N` : name;
  let candidate = name;
  for (let count = 2; isTaken(candidate); count++) candidate = stem + count;
  return candidate;
}
