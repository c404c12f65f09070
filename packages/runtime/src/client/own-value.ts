/** The value under a name that anyone may have chosen: `constructor` is in every object, and in no table. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
