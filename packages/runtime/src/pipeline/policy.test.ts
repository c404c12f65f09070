import { expect, it } from 'vitest';
import { RequestFactory } from '../../test/request-factory.ts';
import { compose, type Policy } from './policy.ts';

it('compose makes the first policy the outermost, and the transport the innermost', async () => {
  const order: string[] = [];
  const policy =
    (name: string): Policy =>
    async (request, next) => {
      order.push(`${name} in`);
      const response = await next(request.withHeaders({ 'X-Trace': `${request.headers.get('X-Trace') ?? ''}${name}` }));
      order.push(`${name} out`);
      return response;
    };
  const next = compose([policy('a'), policy('b')], async (request) => {
    order.push(`transport ${request.headers.get('X-Trace')}`);
    return new Response();
  });
  await next(new RequestFactory().create());
  expect(order).toEqual(['a in', 'b in', 'transport ab', 'b out', 'a out']);
});

it('compose lets a policy respond itself, or send a request twice', async () => {
  let sent = 0;
  const transport = async () => new Response(String(++sent));
  const twice: Policy = async (request, next) => {
    await next(request);
    return next(request);
  };
  const cached: Policy = async () => new Response('cached');
  const request = new RequestFactory().create();
  expect(await (await compose([twice], transport)(request)).text()).toBe('2');
  expect(await (await compose([cached, twice], transport)(request)).text()).toBe('cached');
  expect(sent).toBe(2);
});

it('compose returns the transport if there are no policies', () => {
  const transport = async () => new Response();
  expect(compose([], transport)).toBe(transport);
});
