const end = '<!-- /written -->';

/**
 * Replaces the part of a Markdown text that a command writes, between its marks.
 *
 * @throws {Error} If the text does not have these marks.
 */
export function replaceWritten(text: string, command: string, part: string): string {
  const begin = `<!-- written by \`${command}\` -->`;
  const start = text.indexOf(begin);
  const stop = text.indexOf(end, start);
  if (start < 0 || stop < 0) throw new Error(`There is no place between ${begin} and ${end}.`);
  return `${text.slice(0, start)}${begin}\n\n${part}\n\n${text.slice(stop)}`;
}
