import { strict as assert } from 'node:assert';
import { methodsOf } from '@plumbline/scripts/clients';
import { exampleInput } from '@plumbline/scripts/example-input';
import type { Finding } from '@plumbline/scripts/judge/finding';
import { readSpec } from '@plumbline/scripts/spec';
import type { Check, Target } from '../check.ts';
import { operationIn } from './operation-in.ts';
import { type Payload, readPayloads, sectionOf } from './words.ts';

/** Each printed answer is read by the vendor's client to the same data, and is what the spec declares. */
export function answerChecks(vendor: string): Check[] {
  return [...readPayloads(vendor)].flatMap(([file, sample]): Check[] => {
    const { operation, source, part } = sample;
    const name = `${operation} answers with ${file} (${sectionOf(source)})`;
    return part === 'response' ? [{ name, operation, run: (target) => checkAnswer(vendor, sample, target) }] : [];
  });
}

async function checkAnswer(vendor: string, sample: Payload, target: Target): Promise<void> {
  const { status = 200, mediaType = '', body } = sample;
  const declared = operationIn(target.document, sample.operation).responses[String(status)];
  assert.ok(declared?.content?.[mediaType], `${sample.operation} declares no ${status} with ${mediaType}`);

  const spec = readSpec(vendor);
  const operation = operationIn(spec, sample.operation);
  const answer = { status, headers: { 'content-type': mediaType }, body: JSON.stringify(body) };
  const isTokenCall = (url: string) => url.endsWith('/token') && !sample.operation.endsWith('Token');
  const findings: Finding[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    // A token comes from the mock; what is asked for with it is answered as printed.
    if (isTokenCall(url)) return target.fetch(url, init);
    const request = { method: init.method ?? 'GET', url, headers: Object.fromEntries(new Headers(init.headers)) };
    findings.push(...target.judge.response({ request, response: answer }));
    return new Response(answer.body, answer);
  };
  const method = methodsOf(vendor, { baseUrl: target.url, fetch })(sample.operation);
  const result = await method(exampleInput(spec, operation), { retry: false }).result();
  assert.deepEqual(findings, [], 'the second judge refuses the answer');
  assert.deepEqual([result.ok, result.status], [status < 300, status]);
  assert.deepEqual(result.ok ? result.data : result.error, body);
}
