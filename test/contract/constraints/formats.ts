/** A valid value of a format, and slightly invalid values. */
export interface Format {
  readonly inside: string;
  readonly outside: readonly string[];
}

/** The formats in the specs that the mock checks. */
const formats: Readonly<Record<string, Format>> = {
  date: { inside: '2024-02-29', outside: ['2023-02-29', '2024-2-29', '2024-02-29T00:00:00Z'] },
  'date-time': {
    inside: '2024-02-29T23:59:59.5+05:30',
    outside: ['2023-02-29T12:00:00Z', '2024-02-29T12:00:00', '2024-02-29', '2024-02-29T25:00:00Z'],
  },
  uuid: {
    inside: '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21',
    outside: ['3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f2', '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f2g', 'email:mary@example.com'],
  },
  uri: { inside: 'https://example.com/a?b=c#d', outside: ['/a', 'example.com', 'https://example.com/a b'] },
  email: { inside: 'mary@example.com', outside: ['mary', 'mary@', '@example.com'] },
};

/** Formats that a validator does not check. */
const descriptive = ['int32', 'int64', 'float', 'double', 'password', 'binary'];

/**
 * Returns the values of a format; undefined where the format only describes.
 *
 * @throws {Error} When the format is unsupported.
 */
export function formatOf(name: string): Format | undefined {
  const format = formats[name];
  if (format || descriptive.includes(name)) return format;
  throw new Error(`unsupported format ${name}. Add its values to test/contract/constraints/formats.ts.`);
}
