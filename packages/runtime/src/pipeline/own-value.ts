/** Reads an own property. Every object inherits `constructor` and others, which a name from outside must not find. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  // Not all platforms have Object.hasOwn.
  return Object.getOwnPropertyDescriptor(table, name) ? table[name] : undefined;
}

/**
 * A record that inherits nothing, so that a polluted `Object.prototype` adds nothing to it. V8 reads it much faster than an object
 * whose prototype is null.
 */
export const Bare: new () => Record<string, unknown> = /* @__PURE__ */ (() => {
  function BareRecord() {}
  BareRecord.prototype = Object.create(null);
  return BareRecord as never;
})();

/** Copies the own properties of an object to one that inherits nothing. */
export function ownCopy<Value extends object>(value: Value): Value {
  return Object.assign(new Bare(), value) as Value;
}

/** Copies a table and all tables and lists in it, without prototypes. */
export function ownTable<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(ownTable) as Value;
  if (!isRecord(value)) return value;
  const copy = new Bare();
  for (const name of Object.keys(value)) copy[name] = ownTable(value[name]);
  return copy as Value;
}

/** Whether a value is an object with named properties. An instance of a class is one. An array, a Map or a Date is none. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]';
}
