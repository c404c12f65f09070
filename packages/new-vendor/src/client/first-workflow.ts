import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { fixedValueOf, methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import { stringify } from 'yaml';
import type { CredentialOptions } from './credential-options.ts';
import { sentCredentials } from './sent-credentials.ts';
import { callInput, firstOperation } from './snippets.ts';

/** A workflow of one call, after a token request where the client makes one. */
export function firstWorkflow(document: Document, credentials: readonly CredentialOptions[]): string {
  const operation = firstOperation(document);
  const status =
    Object.keys(operation.responses)
      .find((key) => key.startsWith('2'))
      ?.replace('XX', '03') ?? '200';
  const stepId = operation.id.replace(/\/(.)/g, (_, letter: string) => letter.toUpperCase());
  const input = callInput(document, operation);
  const [mediaType] = Object.keys(operation.body?.content ?? {});
  const example = Object.values(operation.body?.content[mediaType ?? '']?.examples ?? {})[0]?.value;
  const token = '{$steps.createToken.outputs.accessToken}';
  const headers = sentCredentials(document, operation, credentials, token);
  const isOAuth = headers.some(({ value }) => value.endsWith(token));
  const passed = methodParametersOf(operation)
    .filter(({ required }) => required)
    .map(({ name, in: place }) => ({ name, in: place, value: input[name] }));
  const fixed = operation.parameters
    .filter((parameter) => fixedValueOf(parameter) !== undefined)
    .map((parameter) => ({ name: parameter.name, in: 'header', value: fixedValueOf(parameter) }));
  const issuer = operationsOf(document).find(({ id }) => id === 'auth/createToken');
  const steps = [
    ...(isOAuth && issuer
      ? [
          {
            stepId: 'createToken',
            operationId: 'auth/createToken',
            requestBody: {
              contentType: 'application/x-www-form-urlencoded',
              payload: {
                grant_type: 'client_credentials',
                client_id: '$inputs.clientId',
                client_secret: '$inputs.clientSecret',
              },
            },
            successCriteria: [{ condition: '$statusCode == 200' }],
            outputs: { accessToken: '$response.body#/access_token' },
          },
        ]
      : []),
    {
      stepId,
      operationId: operation.id,
      ...(headers.length + passed.length + fixed.length > 0 && { parameters: [...headers, ...fixed, ...passed] }),
      ...(mediaType && { requestBody: { contentType: mediaType, payload: example } }),
      successCriteria: [{ condition: `$statusCode == ${status}` }],
    },
  ];
  const inputs = {
    type: 'object',
    required: ['clientId', 'clientSecret'],
    properties: { clientId: { type: 'string' }, clientSecret: { type: 'string', format: 'password' } },
  };
  const answers = steps.map((step) => `${step.stepId} ${step.stepId === stepId ? status : 200}`);
  const workflow = {
    workflowId: 'firstCall',
    summary: `${operation.object.summary}.`,
    'x-responses': answers,
    ...(isOAuth && { inputs }),
    steps,
  };
  return stringify([workflow], { lineWidth: 130 })
    .replace(/^(?=.)/gm, '  ')
    .trimEnd();
}
