/**
 * Finds the member's id in a row: the first field of 32 hexadecimal digits, the form of the ids in MX's JSON sample.
 *
 * MX documents no columns, so this is a guess. If only the first row has no such field, it is a header row. If no row has one,
 * MX's ids have another form: read the fields of {@link readMemberRows} yourself.
 *
 * @see https://docs.mx.com/api-reference/audience/overview
 */
export function findMemberId(row: readonly string[]): string | undefined {
  return row.find((field) => /^[0-9a-f]{32}$/i.test(field));
}
