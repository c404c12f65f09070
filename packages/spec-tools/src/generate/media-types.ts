import type { Body, Operation, ResponseObject } from '../document/document.ts';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

/** The media type of the request body that a client sends: JSON if the spec has it, else a form, else the first. */
export function requestMediaTypeOf({ content }: Body): string {
  const found = Object.keys(content);
  return [json, form].find((name) => found.includes(name)) ?? found[0] ?? json;
}

/** The media types of an operation's 2xx responses, JSON first. Empty if they have no body, or if the spec declares none. */
export function responseMediaTypesOf({ responses }: Operation): string[] {
  const found = new Set(successesOf(responses).flatMap(({ content = {} }) => Object.keys(content)));
  return found.has(json) ? [...new Set([json, ...found])] : [...found];
}

/** The media types for the operation table. Left out if a client need not know them: only JSON, or no 2xx response is declared. */
export function tableMediaTypesOf(operation: Operation): string[] | undefined {
  const found = responseMediaTypesOf(operation);
  const isDefault =
    found.length > 0 ? found.every((name) => name === json) : successesOf(operation.responses).length === 0;
  return isDefault ? undefined : found;
}

function successesOf(responses: Operation['responses']): ResponseObject[] {
  return Object.entries(responses).flatMap(([status, response]) => (status.startsWith('2') ? response : []));
}
