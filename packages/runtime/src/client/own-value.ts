/** Reads an own property. Every object inherits `constructor` and others, which a name from outside must not find. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
