import { describe, expect, it } from 'vitest';
import { describeViolations } from './violations.ts';

const header = (...violations: object[]) => JSON.stringify(violations);

describe('describeViolations', () => {
  it('a violation in the request body names the property', () => {
    const message = "Request body property notification must have required property 'title'";
    const violations = header({ location: ['request', 'body', 'notification'], message });
    expect(describeViolations(violations, {})).toEqual([
      "In the body: notification must have required property 'title'.",
    ]);
  });

  it('a violation of the whole request body names the body', () => {
    const violations = header({ location: ['request', 'body'], message: 'Request body must be object' });
    expect(describeViolations(violations, {})).toEqual(['In the body: it must be object.']);
  });

  it('a violation of a parameter names its location', () => {
    const message = 'Request query parameter size must be integer';
    expect(describeViolations(header({ location: ['request', 'query', 'size'], message }), {})).toEqual([
      'In the query: size must be integer.',
    ]);
  });

  it('a violation by the response, or none, gives no description', () => {
    expect(
      describeViolations(header({ location: ['response', 'body'], message: 'Response body is wrong' }), {}),
    ).toEqual([]);
    expect(describeViolations(null, { errors: [] })).toEqual([]);
    expect(describeViolations(null, undefined)).toEqual([]);
  });

  it('invalid JSON and an unknown path have descriptions of their own', () => {
    expect(describeViolations(null, { error: { code: 'invalid_json' } })).toEqual(['The request body is not JSON.']);
    const type = 'https://stoplight.io/prism/errors#NO_PATH_MATCHED_ERROR';
    const detail = "The route /x hasn't been found in the specification file";
    expect(describeViolations(null, { type, detail })).toEqual([
      `The mock has no operation for this request: ${detail}.`,
    ]);
  });

  it('a truncated list of violations is shown unchanged', () => {
    expect(describeViolations('Too many violations! [{"loc', {})).toEqual(['Too many violations! [{"loc.']);
  });
});
