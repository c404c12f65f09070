/** One thing that the mock finds wrong with a request, as Prism tells it in the header `sl-violations`. */
interface Violation {
  readonly location?: readonly string[];
  readonly message?: string;
}

/** Says in plain words what the mock finds wrong with a request. Nothing where it takes it. */
export function complaintsOf(violations: string | null, body: unknown): readonly string[] {
  const found = violations === null ? [] : readViolations(violations);
  if (found.length > 0) return found.map(describe);
  const { type, detail, error } = Object(body) as { type?: unknown; detail?: string; error?: { code?: string } };
  if (error?.code === 'invalid_json') return ['The body is no JSON.'];
  // What Prism says for itself, and not for the vendor.
  if (String(type).includes('stoplight.io/prism')) return [`The mock knows no such request: ${detail}.`];
  return [];
}

function readViolations(header: string): readonly Violation[] {
  try {
    const found: readonly Violation[] = JSON.parse(header);
    return found.filter(({ location }) => location?.[0] === 'request');
  } catch {
    // Prism cuts a list that is too long for a header.
    return [{ location: ['request'], message: header }];
  }
}

function describe({ location = [], message = '' }: Violation): string {
  const [, place = 'request', ...path] = location;
  const about = message.replace(/^Request (body property|body|\w+ parameter|header) ?/i, '').replace(/\bNOT\b/, 'not');
  const where = place === 'request' ? '' : `In the ${place}: `;
  const what = path.length === 0 && place === 'body' ? `it ${about}` : about;
  return `${where}${what.replace(/\.$/, '')}.`;
}
