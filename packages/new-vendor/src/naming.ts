/** Splits a name into words: `listUsersForOrg`, `list-users-for-org` and `list users for org` give the same four. Drops digits. */
export function splitWords(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}

export function camelCase(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : capital(word))).join('');
}

/** A component's name: `account_v2.owner` is `AccountV2Owner`. */
export function pascalCase(name: string): string {
  const joined = name
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map(capital)
    .join('');
  return /^[A-Z]/.test(joined) ? joined : `N${joined}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The singular of an English noun, by its ending. */
export function singular(noun: string): string {
  if (/ies$/.test(noun)) return noun.replace(/ies$/, 'y');
  if (/(ss|tus|x|ch|sh)es$/.test(noun)) return noun.replace(/es$/, '');
  return noun.replace(/(?<![isu])s$/, '');
}

const digits = ['Zero', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** The first name of `name`, `nameTwo`, `nameThree` … that is not taken. */
export function untaken(name: string, isTaken: (name: string) => boolean): string {
  let candidate = name;
  for (let count = 2; isTaken(candidate); count++) {
    candidate = name + String(count).replace(/\d/g, (digit) => digits[Number(digit)] ?? '');
  }
  return candidate;
}
