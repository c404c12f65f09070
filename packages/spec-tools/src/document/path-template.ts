/** The parameter names in a path template: `user_id` for `/users/{user_id}`. */
export function namesIn(template: string): string[] {
  return [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
}

/** A pattern that matches the paths of a template, with a group for each parameter. */
export function patternOf(template: string): RegExp {
  const literals = template.split(/\{[^}]+\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('([^/]+)')}$`);
}
