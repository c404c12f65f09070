/** A success stays a success, under any label and with any text where no body is declared. An HTML page stays an error. */
import { createMagicBell } from '@plumbline/magicbell';
import { createMxAudience } from '@plumbline/mx-audience';
import { describe, expect, it } from 'vitest';
import { respond } from '../behaviour/steps.ts';
import { createTestClient, startNetwork } from '../behaviour/test-client.ts';
import type { Step } from '../behaviour/test-server.ts';
import { subjects, transports } from '../behaviour/transports.ts';

const json = '{"id":"1"}';
const bom = '\uFEFF';
const html = '<!doctype html><title>Down for maintenance</title>';
const deep = '['.repeat(100_000) + ']'.repeat(100_000);

/** Responds with text under a label, or without a `Content-Type`. */
function send(text: string, type?: string, status = 200): Step {
  return ({ response }) => {
    response.writeHead(status, type === undefined ? {} : { 'Content-Type': type }).end(text);
  };
}

describe.each(subjects)('$name', (subject) => {
  it.each([
    ['text/html', send(json, 'text/html')],
    ['text/html with a charset', send(json, 'text/html; charset=UTF-8')],
    ['text/plain', send(json, 'text/plain')],
    ['text/csv', send(json, 'text/csv')],
    ['application/octet-stream', send(json, 'application/octet-stream')],
    ['application/problem+json', send(json, 'application/problem+json')],
    ['application/vnd.vendor.v1+json', send(json, 'application/vnd.vendor.v1+json')],
    ['application/xml', send(json, 'application/xml')],
    ['no type', send(json)],
    ['a malformed type', send(json, ';;/;')],
    ['a 201', send(json, 'application/json', 201)],
    ['a 202', send(json, 'text/html', 202)],
    ['an undeclared 299', send(json, 'application/json', 299)],
    ['a byte order mark', send(bom + json, 'application/json')],
    ['a byte order mark and text/html', send(bom + json, 'text/html')],
    ['two byte order marks', send(bom + bom + json, 'application/json')],
    ['white space around it', send(`\r\n\t ${json} \n\n`, 'text/html')],
  ])('JSON with %s is the data of a success', async (_, step) => {
    const { onRead, read, clock } = await createTestClient(subject);
    onRead(step);
    expect(await clock.run(read())).toEqual({ id: '1' });
    expect(await clock.run(read().result())).toMatchObject({ ok: true, data: { id: '1' } });
  });

  it.each([
    ['nothing', send('', 'text/html')],
    ['spaces', send('   ', 'application/json')],
    ['line ends labelled as HTML', send('\r\n\r\n', 'text/html')],
    ['line ends without a label', send('\n')],
    ['a byte order mark only', send(bom, 'application/json')],
    ['a 204', send('', 'text/html', 204)],
    ['a 205', send('', undefined, 205)],
  ])('a success with %s has no data', async (_, step) => {
    const { onRead, read, clock } = await createTestClient(subject);
    onRead(step);
    expect(await clock.run(read().result())).toMatchObject({ ok: true, data: undefined });
  });

  it.each([
    ['an HTML page', send(html, 'text/html'), html],
    ['an HTML page labelled as JSON', send(html, 'application/json'), html],
    ['an HTML page without a label', send(html), html],
    ['an HTML page in a 202', send(html, 'text/html', 202), html],
    ['a text in JSON, labelled as HTML', send('"Down"', 'text/html'), 'Down'],
    ['a number labelled as CSV', send('5', 'text/csv'), 5],
    ['the text OK', send('OK', 'text/plain'), 'OK'],
    ['XML', send('<id>1</id>', 'application/xml'), '<id>1</id>'],
    ['half of an object', send('{"id":', 'application/json'), '{"id":'],
    ['an object and a page', send(`${json}${html}`, 'application/json'), `${json}${html}`],
  ])('a 2xx with %s is an error where JSON was requested', async (_, step, error) => {
    const { onRead, read, failure, clock } = await createTestClient(subject);
    onRead(step);
    expect(await clock.run(read().result())).toMatchObject({ ok: false, error });
    expect(await failure(read())).toMatchObject({ name: 'ApiError', body: error });
  });

  it('an error with white space only has no body', async () => {
    const { onRead, read, failure } = await createTestClient(subject);
    onRead(send(' \r\n', 'text/plain', 404));
    expect(await failure(read())).toMatchObject({ name: 'ApiError', status: 404, body: undefined });
  });
});

describe.each(transports)('over $name', (transport) => {
  const users = async () => {
    const { server, clock, options } = await startNetwork(transport);
    const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...options });
    const deleteUser = (step: Step) => {
      server.on('/users/1', step);
      return magicbell.users.delete({ user_id: '1' });
    };
    return { clock, deleteUser, magicbell, server };
  };

  it.each([
    ['the text OK', 'OK', 'text/plain'],
    ['an HTML page', html, 'text/html'],
    ['JSON', json, 'application/json'],
    ['half of an object', '{"id":', 'application/json'],
    ['CSV', 'a,b\n1,2', 'text/csv'],
    ['unlabelled text', 'deleted', undefined],
    ['a problem', '{"title":"Deleted"}', 'application/problem+json'],
    ['white space', ' \n', 'text/html'],
    ['a very deep list', deep, 'text/html'],
  ])('an operation without a declared body succeeds with %s, and the response keeps it', async (_, text, type) => {
    const { clock, deleteUser } = await users();
    expect(await clock.run(deleteUser(send(text, type)))).toBeUndefined();
    const result = await clock.run(deleteUser(send(text, type, 202)).result());
    expect(result).toMatchObject({ ok: true, status: 202, data: undefined });
    expect(await result.response.text()).toBe(text);
  });

  it('an operation without a declared body streams the text of a success', async () => {
    const { clock, deleteUser } = await users();
    const chunks: Uint8Array[] = [];
    const reading = async () => {
      for await (const bytes of deleteUser(send(html, 'text/html')).stream()) chunks.push(bytes);
    };
    await clock.run(reading());
    expect(Buffer.concat(chunks).toString()).toBe(html);
  });

  it.each([400, 404, 302, 304])('a %d of an operation without a declared body is an error', async (status) => {
    const { clock, deleteUser } = await users();
    await expect(clock.run(deleteUser(respond(status, {})))).rejects.toMatchObject({ name: 'ApiError', status });
  });

  it('a very deep list labelled as HTML is data', async () => {
    const { clock, magicbell, server } = await users();
    server.on('/users/1', send(deep, 'text/html'));
    expect(await clock.run(magicbell.users.get({ user_id: '1' }).result())).toMatchObject({ ok: true });
  });

  const members = async (step: Step) => {
    const { server, clock, options } = await startNetwork(transport);
    server.on('/api/token', respond(200, { access_token: 'token', expires_in: 3600 }));
    server.on('/api/v1/audience/vip/list', step);
    const mx = createMxAudience({ clientId: 'id', clientSecret: 'secret', ...options });
    const audience = { id_or_slug: 'vip', institution_public_id: 'INST-1' };
    return clock.run(mx.audiences.listMembers(audience, { accept: 'text/csv' }).result());
  };

  it.each([
    ['JSON', '{"error":"no"}', 'application/json', { error: 'no' }],
    ['a problem', '{"title":"no"}', 'application/problem+json', { title: 'no' }],
    ['JSON labelled as CSV', '{"error":"no"}', 'text/csv', { error: 'no' }],
    ['a JSON list labelled as text', '[{"error":"no"}]', 'text/plain', [{ error: 'no' }]],
    ['JSON without a label', '{"error":"no"}', undefined, { error: 'no' }],
    ['an HTML page', html, 'text/html', html],
  ])('a 200 with %s is an error where CSV was requested', async (_, text, type, error) => {
    expect(await members(send(text, type))).toMatchObject({ ok: false, status: 200, error });
  });

  it.each([
    ['text/csv', 'text/csv; header=present', 'a,b\n1,2'],
    ['text/plain', 'text/plain', 'a,b\n1,2'],
    ['no label', undefined, 'a,b\n1,2'],
    ['one number', 'text/csv', '5'],
    ['a row in brackets', 'text/csv', '[a,b]\n[1,2]'],
  ])('CSV with %s is the data of a success', async (_, type, text) => {
    expect(await members(send(text, type))).toMatchObject({ ok: true, data: text });
  });
});
