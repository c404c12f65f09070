import { describe, expect, it } from 'vitest';
import { complaintsOf } from './complaints.ts';

const header = (...violations: object[]) => JSON.stringify(violations);

describe('what the mock finds wrong', () => {
  it('is said with the place in the body', () => {
    const message = "Request body property notification must have required property 'title'";
    const violations = header({ location: ['request', 'body', 'notification'], message });
    expect(complaintsOf(violations, {})).toEqual(["In the body: notification must have required property 'title'."]);
  });

  it('is said of the body whole', () => {
    const violations = header({ location: ['request', 'body'], message: 'Request body must be object' });
    expect(complaintsOf(violations, {})).toEqual(['In the body: it must be object.']);
  });

  it('is said of a parameter', () => {
    const message = 'Request query parameter size must be integer';
    expect(complaintsOf(header({ location: ['request', 'query', 'size'], message }), {})).toEqual([
      'In the query: size must be integer.',
    ]);
  });

  it('is nothing where only the answer is at fault, or nothing is', () => {
    expect(complaintsOf(header({ location: ['response', 'body'], message: 'Response body is wrong' }), {})).toEqual([]);
    expect(complaintsOf(null, { errors: [] })).toEqual([]);
    expect(complaintsOf(null, undefined)).toEqual([]);
  });

  it('is said of a body that cannot be read, and of an address that is none', () => {
    expect(complaintsOf(null, { error: { code: 'invalid_json' } })).toEqual(['The body is no JSON.']);
    const type = 'https://stoplight.io/prism/errors#NO_PATH_MATCHED_ERROR';
    const detail = "The route /x hasn't been found in the specification file";
    expect(complaintsOf(null, { type, detail })).toEqual([`The mock knows no such request: ${detail}.`]);
  });

  it('is shown as it came where the mock cut it short', () => {
    expect(complaintsOf('Too many violations! [{"loc', {})).toEqual(['Too many violations! [{"loc.']);
  });
});
