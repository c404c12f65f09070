import { type ClientOptions, PlumblineError, poll, type WaitOptions } from '@plumbline/runtime';
import type { MagicBellOperations } from './generated/operations.ts';
import type { ImportsGetResponse } from './generated/types.ts';

/** A way to wait for the end of an import. */
export interface ImportWait {
  /**
   * Waits until MagicBell has processed an import, and resolves with it. Its `failures` name the records that could not be imported.
   *
   * It asks for the import every 2 seconds, until its status is neither `enqueued` nor `processing`.
   *
   * @param id The id of the import, from `imports.create`.
   * @example
   * const { import: started } = await magicbell.imports.create({ import: { users } });
   * const { import: ended } = await magicbell.imports.wait(started.id, { deadline: 600_000 });
   *
   * @throws {TimeoutError} If the import is not processed within `deadline`, which is not limited by default.
   * @throws {PlumblineError} If a response has no status.
   */
  wait(id: string, options?: WaitOptions): Promise<ImportsGetResponse>;
}

const line = { method: 'GET', path: '/imports/{import_id}' };

/** @throws {PlumblineError} If there is no status, which must not pass for the end of the import. */
function isDone(body: ImportsGetResponse): boolean {
  const status = body?.import?.status;
  if (!status) throw new PlumblineError('imports.wait: the response has no status.');
  return !/^(enqueued|processing)$/.test(status);
}

/** Adds `wait` to the operations of imports. */
export function addImportWait<Client extends Pick<MagicBellOperations, 'imports'>>(
  client: Client,
  options: ClientOptions,
): Client & { readonly imports: ImportWait } {
  const { imports } = client;
  // No prototype, so that none is read from a polluted `Object.prototype`.
  const { clock }: ClientOptions = Object.assign(Object.create(null), options);
  const wait: ImportWait['wait'] = async (id, options) => {
    if (typeof id !== 'string') throw new PlumblineError('imports.wait: pass the id of the import as text.');
    return poll(
      {
        line,
        clock,
        send: (callOptions) => imports.get({ import_id: id }, callOptions),
        isDone,
      },
      options,
    );
  };
  return Object.assign(client, { imports: { ...imports, wait } });
}
