/** Writes a value as TypeScript source. An array without objects is on one line. */
export function literal(value: object): string {
  return write(value, '\n');
}

function write(value: unknown, newline: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${newline}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => write(item, inner));
    return /\{/.test(JSON.stringify(value))
      ? `[${inner}${items.join(`,${inner}`)}${newline}]`
      : `[${items.join(', ')}]`;
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(
      ([name, member]) => `${keyOf(name)}: ${write(member, inner)}${isOfEveryObject(name, member) ? ' as const' : ''}`,
    );
  return members.length > 0 ? `{${inner}${members.join(`,${inner}`)}${newline}}` : '{}';
}

function keyOf(name: string): string {
  // `__proto__` as a plain key would set the prototype.
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z]\w*$/.test(name) ? name : JSON.stringify(name);
}

/** TypeScript takes a property that every object has for the inherited one, and widens the texts in its value. */
function isOfEveryObject(name: string, member: unknown): boolean {
  return name in Object.prototype && name !== '__proto__' && typeof member === 'object' && member !== null;
}
