import type { Counterpart, Limit } from './counterpart.ts';
import { jestCommand, nextCommand } from './framework-commands.ts';
import { nodes, onNode } from './on-node.ts';
import { programCommand } from './program-command.ts';

/** Versions of npm's undici, by their package name here. */
const undicis = { 'undici-6': '6', 'undici-7-16': '7.16', 'undici-7-30': '7.30', 'undici-8': '8' };

const otherSymbol: Limit = {
  on: ['node-26'],
  reason: 'Node 26 ignores the global dispatcher that this undici sets. Neither `fetch` nor a client uses it.',
  output: /Native fetch: "(server|direct)" instead of/,
};
const doesNotLoad: Limit = {
  on: ['node-20'],
  reason: 'undici 8 does not load on Node 20.',
  output: /undefined \(reading 'bind'\)/,
};
const noProxyVariables: Limit = {
  on: ['node-20'],
  reason: 'Node 20 has no `NODE_USE_ENV_PROXY`.',
  output: /Native fetch: "direct" instead of/,
};
const tooNew = (name: string, node: string): Limit => ({
  on: ['node-20'],
  reason: `${name} needs Node ${node}.`,
  output: /Native fetch (under|with) \w+( loaded)?: "none" instead of/,
});
const limitsOf: Readonly<Record<string, readonly Limit[]>> = {
  'undici-6': [otherSymbol],
  'undici-7-16': [otherSymbol],
  'undici-8': [doesNotLoad],
};

const servers = { 'bun-server': 'Bun', 'deno-server': 'Deno', 'worker-server': 'workerd' };

/** Software that users combine with the packages. */
export const peerCounterparts: readonly Counterpart[] = [
  onNode('msw', 'MSW intercepts calls', [['msw']], { limits: [tooNew('MSW 3', '22.12')] }),
  onNode('nock', 'nock intercepts calls', [['nock']], { limits: [tooNew('nock 15', '22.20')] }),
  ...Object.entries(undicis).map(([undici, version]) =>
    onNode(
      `mock-agent-${undici}`,
      `\`MockAgent\` of undici ${version} intercepts calls`,
      [
        ['mock-agent', undici, 'first'],
        ['mock-agent', undici, 'later'],
      ],
      { limits: limitsOf[undici] },
    ),
  ),
  onNode('env-proxy', '`NODE_USE_ENV_PROXY` sends calls through `HTTP_PROXY`', [['env-proxy']], {
    limits: [noProxyVariables],
    environment: ({ proxy }) => ({ NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy }),
  }),
  ...Object.entries(undicis).map(([undici, version]) =>
    onNode(
      `proxy-agent-${undici}`,
      `a global \`ProxyAgent\` of undici ${version} sends calls through the proxy`,
      [['proxy-agent', undici, 'PROXY']],
      { limits: limitsOf[undici] },
    ),
  ),
  ...(['undici-7-30', 'undici-8'] as const).flatMap((undici) => {
    const options = { undici, limits: limitsOf[undici] };
    const of = `of undici ${undicis[undici]}`;
    return [
      onNode(
        `after-fetch-${undici}`,
        `\`createUndiciFetch()\` ${of} works after \`fetch\` was used`,
        [['undici-after-fetch']],
        options,
      ),
      onNode(
        `keep-alive-${undici}`,
        `\`createUndiciFetch({ keepAliveTimeout })\` ${of} closes idle connections`,
        [['keep-alive']],
        options,
      ),
      onNode(
        `proxy-option-${undici}`,
        `\`createUndiciFetch({ dispatcher })\` sends calls through a \`ProxyAgent\` ${of}`,
        [['proxy-option', 'PROXY']],
        options,
      ),
    ];
  }),
  onNode('opentelemetry', 'OpenTelemetry creates one client span for a call', [['opentelemetry']]),
  { id: 'jest', name: 'calls work in Jest tests', on: nodes, commands: [jestCommand] },
  {
    id: 'next',
    name: 'calls in a route handler of Next.js use the `fetch` of Next.js',
    on: nodes,
    commands: [nextCommand],
  },
  ...Object.entries(servers).flatMap(([program, name]) =>
    (['the response', 'a new response'] as const).map(
      (returned, index): Counterpart => ({
        id: index === 0 ? program : `${program}-new`,
        name: `a handler of ${name} returns ${index === 0 ? 'the response of a call' : 'a copy of the response of a call'}`,
        on: [name.toLowerCase()],
        commands: [(context) => programCommand(context, program, { constants: { RETURNS: returned } })],
      }),
    ),
  ),
];
