/** The address of a page of the site, including the base path. */
export function href(page: string): string {
  return import.meta.env.BASE_URL.replace(/\/?$/, '/') + page;
}
