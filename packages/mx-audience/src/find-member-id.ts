/**
 * Finds the member's id in a row: the first field of 32 hexadecimal digits, as the ids in MX's JSON sample have them.
 *
 * MX documents no columns, so this is a guess. Where the first row has no such field and the second has one, the first is
 * a header. Where no row has one, MX's ids look otherwise: read the fields of {@link readMemberRows} yourself.
 *
 * @see https://docs.mx.com/api-reference/audience/overview
 */
export function findMemberId(row: readonly string[]): string | undefined {
  return row.find((field) => /^[0-9a-f]{32}$/i.test(field));
}
