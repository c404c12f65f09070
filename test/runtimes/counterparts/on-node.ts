import type { Counterpart, Limit, Stage } from './counterpart.ts';
import { programCommand } from './program-command.ts';

/** Ids of the Nodes. */
export const nodes: readonly string[] = ['node-20', 'node-22', 'node-24', 'node-26'];

interface NodeOptions {
  readonly limits?: readonly Limit[] | undefined;
  readonly undici?: string;
  /** Variables of the environment. */
  environment?(stage: Stage): Readonly<Record<string, string>>;
}

/** A row of all Nodes. Each of its runs is one of `programs/` and its parameters; `PROXY` and `TLS` are replaced by their addresses. */
export function onNode(
  id: string,
  name: string,
  runs: readonly (readonly [program: string, ...parameters: string[]])[],
  { limits, undici, environment }: NodeOptions = {},
): Counterpart {
  const commands = runs.map(([program, ...given]) => (stage: Stage) => {
    const addresses: Readonly<Record<string, string>> = { PROXY: stage.proxy, TLS: stage.tls };
    const parameters = given.map((parameter) => addresses[parameter] ?? parameter);
    return programCommand(stage, program, {
      parameters,
      ...(undici && { undici }),
      environment: environment?.(stage) ?? {},
    });
  });
  return { id, name, on: nodes, ...(limits && { limits }), commands };
}
