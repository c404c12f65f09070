/** A value as TypeScript source. */
export function literal(value: object): string {
  return JSON.stringify(value, null, 2).replace(/"([A-Za-z]\w*)":/g, '$1:');
}
