import type { Body, Operation } from '../document/document.ts';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

/** The media type of the request body that a client sends: JSON if the spec has it, else a form, else the first. */
export function requestMediaTypeOf({ content }: Body): string {
  const found = Object.keys(content);
  return [json, form].find((name) => found.includes(name)) ?? found[0] ?? json;
}

/** The media types of an operation's 2xx responses, JSON first. Empty if they have no body. */
export function responseMediaTypesOf({ responses }: Operation): string[] {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const found = new Set(successes.flatMap(([, { content = {} }]) => Object.keys(content)));
  return found.has(json) ? [...new Set([json, ...found])] : [...found];
}
