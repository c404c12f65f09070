/**
 * The path of a template in a request. Behind it, a template may have a query that every request has (`/files?beta=true`), and a fragment
 * that tells two operations of one path apart and is not sent (`/token#refresh`).
 */
export function sentPathOf(template: string): string {
  return template.replace(/[?#].*$/s, '');
}

/** The query that every request of a template has, without `?`. Empty if there is none. */
export function fixedQueryOf(template: string): string {
  return /^[^?#]*\?([^#]*)/.exec(template)?.[1] ?? '';
}

/** The parameter names in a path template: `user_id` for `/users/{user_id}`. */
export function namesIn(template: string): string[] {
  return [...sentPathOf(template).matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
}

/** A pattern that matches the paths of a template, with a group for each parameter. */
export function patternOf(template: string): RegExp {
  const literals = sentPathOf(template)
    .split(/\{[^}]+\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('([^/]+)')}$`);
}
