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
    .map(([name, member]) => `${keyOf(name)}: ${write(member, inner)}`);
  return members.length > 0 ? `{${inner}${members.join(`,${inner}`)}${newline}}` : '{}';
}

function keyOf(name: string): string {
  // `__proto__` as a plain key would set the prototype.
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z]\w*$/.test(name) ? name : JSON.stringify(name);
}
