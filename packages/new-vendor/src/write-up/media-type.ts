/** The media type without its parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  const essence = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return essence === '*/*' || essence === 'application/*' ? 'application/json' : essence;
}

/** Whether a media type is JSON of some kind. */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essenceOf(mediaType));
}
