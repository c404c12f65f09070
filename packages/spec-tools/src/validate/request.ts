import { type Body, type Document, type Operation, resolve } from '../document/document.ts';
import { fixedQueryOf } from '../document/path-template.ts';
import { validateContent } from './body.ts';
import { credentialsOf } from './credentials.ts';
import { pairsOf } from './deserialize.ts';
import type { Exchange, Finding } from './exchange.ts';
import { parametersOf, readParameters, schemaPath } from './parameters.ts';
import type { Match } from './route.ts';
import type { SchemaValidators } from './schema-validators.ts';

type Report = (place: string, keyword: string, message: string, pointer?: string) => void;

/** Headers that a client, a runtime or the mock uses, and that specs do not declare. */
const standardHeader = /^(accept(-.+)?|content-type|content-length|host|connection|user-agent|sec-.+|prefer)$/;

/** Creates the validator for requests of one operation. */
export function createRequestValidator(
  document: Document,
  schemas: SchemaValidators,
  operation: Operation,
): (request: Exchange['request'], match: Match) => Finding[] {
  const parameters = parametersOf(document, operation);
  const credentials = credentialsOf(document, operation);
  const declaredHeaders = new Set(
    parameters.filter((one) => one.in === 'header').map(({ name }) => name.toLowerCase()),
  );
  if (parameters.some((one) => one.in === 'cookie')) declaredHeaders.add('cookie');

  return (request, match) => {
    const findings: Finding[] = [];
    const report: Report = (place, keyword, message, pointer = '') =>
      findings.push({ operation: operation.id, place: `request ${place}`, pointer, keyword, message });
    const queryNames = new Set(pairsOf(match.search).map(([name]) => name));
    const declaredQuery = new Set(credentials.query);
    for (const [name, value] of pairsOf(fixedQueryOf(operation.path))) {
      declaredQuery.add(name);
      const isSent = pairsOf(match.search).some(([key, sent]) => key === name && sent === value);
      if (!isSent) report(`query ${name}`, 'missing', 'is required');
    }

    for (const { parameter, value, names } of readParameters(document, parameters, request, match)) {
      for (const name of names) declaredQuery.add(name);
      const place = `${parameter.in} ${parameter.name}`;
      if (value === undefined) {
        if (parameter.required) report(place, 'missing', 'is required');
        continue;
      }
      const validate = schemas.at(schemaPath(parameter));
      for (const { keyword, message, pointer } of validate?.(value) ?? []) report(place, keyword, message, pointer);
    }

    for (const name of queryNames) {
      if (!declaredQuery.has(name)) report(`query ${name}`, 'undeclared', 'the spec does not declare this parameter');
    }
    for (const name of Object.keys(request.headers)) {
      if (standardHeader.test(name) || declaredHeaders.has(name) || credentials.headers.has(name)) continue;
      report(`header ${name}`, 'undeclared', 'the spec does not declare this header or credential for the operation');
    }
    if (!credentials.satisfiedBy(request, queryNames))
      report('security', 'missing', `requires ${credentials.description}`);
    validateBody(document, schemas, operation, request, report);
    return findings;
  };
}

function validateBody(
  document: Document,
  schemas: SchemaValidators,
  { path: template, method, object }: Operation,
  { headers, body: text = '' }: Exchange['request'],
  report: Report,
): void {
  const body: Body | undefined = object.requestBody && resolve(document, object.requestBody);
  if (!body) {
    if (text !== '') report('body', 'undeclared', 'the spec declares no body');
    return;
  }
  if (text === '') {
    if (body.required) report('body', 'missing', 'is required');
    return;
  }
  const path = ['paths', template, method.toLowerCase(), 'requestBody', 'content'];
  for (const { keyword, message, pointer } of validateContent(
    document,
    schemas,
    path,
    headers['content-type'] ?? '',
    text,
  )) {
    report('body', keyword, message, pointer);
  }
}
