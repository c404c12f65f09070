/** A violation of the spec by a request, as Prism reports it in the header `sl-violations`. */
interface Violation {
  readonly location?: readonly string[];
  readonly message?: string;
}

/** Describes each violation of a request in a sentence. Returns none if the mock accepts the request. */
export function describeViolations(violations: string | null, body: unknown): readonly string[] {
  const found = violations === null ? [] : readViolations(violations);
  if (found.length > 0) return found.map(formatViolation);
  const { type, detail, error } = Object(body) as { type?: unknown; detail?: string; error?: { code?: string } };
  if (error?.code === 'invalid_json') return ['The request body is not JSON.'];
  // An error of Prism, not of the vendor.
  if (String(type).includes('stoplight.io/prism')) return [`The mock has no operation for this request: ${detail}.`];
  return [];
}

function readViolations(header: string): readonly Violation[] {
  try {
    const found: readonly Violation[] = JSON.parse(header);
    return found.filter(({ location }) => location?.[0] === 'request');
  } catch {
    // Prism truncates a list that is too long for a header.
    return [{ location: ['request'], message: header }];
  }
}

function formatViolation({ location = [], message = '' }: Violation): string {
  const [, part = 'request', ...path] = location;
  const problem = message
    .replace(/^Request (body property|body|\w+ parameter|header) ?/i, '')
    .replace(/\bNOT\b/, 'not');
  const prefix = part === 'request' ? '' : `In the ${part}: `;
  const sentence = path.length === 0 && part === 'body' ? `it ${problem}` : problem;
  return `${prefix}${sentence.replace(/\.$/, '')}.`;
}
