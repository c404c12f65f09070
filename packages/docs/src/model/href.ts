/** The address of a page of the site, wherever below its host the site is. */
export function href(page: string): string {
  return import.meta.env.BASE_URL.replace(/\/?$/, '/') + page;
}
