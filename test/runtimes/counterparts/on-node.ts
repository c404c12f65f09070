import type { CommandContext, Counterpart, Limit } from './counterpart.ts';
import { programCommand } from './program-command.ts';

/** Ids of the Node runtimes. */
export const nodes: readonly string[] = ['node-20', 'node-22', 'node-24', 'node-26'];

interface NodeOptions {
  readonly limits?: readonly Limit[] | undefined;
  readonly undici?: string;
  /** Environment variables. */
  environment?(context: CommandContext): Readonly<Record<string, string>>;
}

/**
 * Creates a counterpart for all versions of Node.
 *
 * @param runs Programs of `programs/` with their parameters. The parameters `PROXY` and `TLS` become URLs of these servers.
 */
export function onNode(
  id: string,
  name: string,
  runs: readonly (readonly [program: string, ...parameters: string[]])[],
  { limits, undici, environment }: NodeOptions = {},
): Counterpart {
  const commands = runs.map(([program, ...given]) => (context: CommandContext) => {
    const addresses: Readonly<Record<string, string>> = { PROXY: context.proxy, TLS: context.tls };
    const parameters = given.map((parameter) => addresses[parameter] ?? parameter);
    return programCommand(context, program, {
      parameters,
      ...(undici && { undici }),
      environment: environment?.(context) ?? {},
    });
  });
  return { id, name, on: nodes, ...(limits && { limits }), commands };
}
