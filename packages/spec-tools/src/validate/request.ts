import { type Body, type Document, type Operation, resolve } from '../document/document.ts';
import { judgeContent } from './body.ts';
import { credentialsOf } from './credentials.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import { pairsOf } from './parameter.ts';
import { parametersOf, readParameters, schemaPlace } from './parameters.ts';
import type { Match } from './route.ts';
import type { Validators } from './validators.ts';

type Note = (place: string, keyword: string, message: string, pointer?: string) => void;

/** What a client, a runtime or the mock needs and no spec declares. */
const standardHeader = /^(accept(-.+)?|content-type|content-length|host|connection|user-agent|sec-.+|prefer)$/;

/** Judges the requests of one operation. */
export function createRequestJudge(
  document: Document,
  validators: Validators,
  operation: Operation,
): (request: Exchange['request'], match: Match) => Finding[] {
  const parameters = parametersOf(document, operation);
  const credentials = credentialsOf(document, operation);
  const declaredHeaders = new Set(
    parameters.filter((one) => one.in === 'header').map(({ name }) => name.toLowerCase()),
  );

  return (request, match) => {
    const findings: Finding[] = [];
    const note: Note = (place, keyword, message, pointer = '') =>
      findings.push({ operation: operation.id, place: `request ${place}`, pointer, keyword, message });
    const queryNames = new Set(pairsOf(match.search).map(([name]) => name));
    const declaredQuery = new Set(credentials.query);

    for (const { parameter, value, names } of readParameters(document, parameters, request, match)) {
      for (const name of names) declaredQuery.add(name);
      const where = `${parameter.in} ${parameter.name}`;
      if (value === undefined) {
        if (parameter.required) note(where, 'missing', 'is required');
        continue;
      }
      const validate = validators.at(schemaPlace(parameter));
      for (const { keyword, message, pointer } of validate?.(value) ?? []) note(where, keyword, message, pointer);
    }

    for (const name of queryNames) {
      if (!declaredQuery.has(name)) note(`query ${name}`, 'undeclared', 'the spec declares no such parameter');
    }
    for (const name of Object.keys(request.headers)) {
      if (standardHeader.test(name) || declaredHeaders.has(name) || credentials.headers.has(name)) continue;
      note(`header ${name}`, 'undeclared', 'the spec declares neither such a header nor such a credential here');
    }
    if (!credentials.satisfiedBy(request, queryNames)) note('security', 'missing', `wants ${credentials.wanted}`);
    judgeBody(document, validators, operation, request, note);
    return findings;
  };
}

function judgeBody(
  document: Document,
  validators: Validators,
  { path, method, object }: Operation,
  { headers, body: text = '' }: Exchange['request'],
  note: Note,
): void {
  const body: Body | undefined = object.requestBody && resolve(document, object.requestBody);
  if (!body) {
    if (text !== '') note('body', 'undeclared', 'the spec declares no body');
    return;
  }
  if (text === '') {
    if (body.required) note('body', 'missing', 'is required');
    return;
  }
  const place = ['paths', path, method.toLowerCase(), 'requestBody', 'content'];
  for (const { keyword, message, pointer } of judgeContent(
    document,
    validators,
    place,
    headers['content-type'] ?? '',
    text,
  )) {
    note('body', keyword, message, pointer);
  }
}
