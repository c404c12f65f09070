/** What the mock finds wrong with a request: its problem details, as Prism writes them. */
interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly validation?: readonly { readonly location?: readonly string[]; readonly message?: string }[];
}

/** Says in plain words what the mock finds wrong with a request. Nothing where the answer is the vendor's own. */
export function complaintsOf(body: unknown): readonly string[] {
  const { type, title = '', detail = '', validation } = Object(body) as Problem;
  if (!type?.includes('stoplight.io/prism')) return [];
  if (!validation?.length) return [`The mock refuses this request: ${title}. ${detail}`.trim()];
  return validation.map(({ location = [], message = 'is not as the spec wants it' }) => {
    const [place = '', ...path] = location;
    const where = path.length > 0 ? `In the ${place}, at ${path.join('.')}` : `In the ${place}`;
    return `${where}: ${message.replace(/^Request (body|query|path|header)\S* /i, '').replace(/^parameter /, '')}.`;
  });
}
