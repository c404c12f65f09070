import type { OperationDefinition } from '../pipeline/operation.ts';
import { Bare, isRecord, ownTable } from '../pipeline/own-value.ts';
import { refuseOption } from './check-text.ts';
import type { ClientDefinition } from './client-definition.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Client } from './create-client.ts';
import { defineClient } from './define-client.ts';

/** An operation as a value of its own, which a program imports if it calls it. `Method` is the type of its method. */
export interface SelectedOperation<Method> extends OperationDefinition {
  /** What it needs, so that a program without it does not bundle that. @default nothing */
  readonly features?: ClientFeatures;
  /** Exists as a type only. */
  readonly '~method'?: Method;
}

/** The operations that a program calls, by names of its own choice, in groups if it likes. */
export interface Selection {
  // biome-ignore lint/suspicious/noExplicitAny: a method may have any parameters.
  readonly [name: string]: SelectedOperation<any> | Selection;
}

/** The methods of selected operations, by the same names. */
export type MethodsOf<Selected> = {
  readonly [Name in keyof Selected]: Selected[Name] extends { readonly '~method'?: infer Method; readonly path: string }
    ? Method
    : MethodsOf<Selected[Name]>;
};

/** The definition of a vendor's clients, without their operations. */
export type SelectionDefinition<Options> = Omit<ClientDefinition<Options>, 'operations' | 'features'>;

/** Makes a client that has the selected operations as its methods. */
export type SelectionFactory<Paths extends object, Options> = <const Selected extends Selection>(
  operations: Selected & { readonly api?: never; readonly then?: never },
  options?: Options,
) => Client<Paths, MethodsOf<Selected>>;

/**
 * Makes the factory of a vendor's clients that have selected operations only. A bundler drops the others, which the factory of all
 * operations would include.
 *
 * @returns The factory. It throws a {@link PlumblineError} if an option is missing, unknown or invalid.
 */
export function defineSelection<Paths extends object, Options extends object>(
  definition: SelectionDefinition<Options>,
): SelectionFactory<Paths, Options> {
  return (selected, options) => {
    const operations = ownTable(selected);
    const features = new Bare();
    collectFeatures(definition.name, operations, features);
    return defineClient<Paths, MethodsOf<typeof selected>, Options>({ ...definition, operations, features })(options);
  };
}

/** @throws {PlumblineError} If an entry is neither an operation nor a group of operations, such as one that is not imported. */
function collectFeatures(label: string, selection: Selection, features: Record<string, unknown>): void {
  for (const [name, entry] of Object.entries(selection)) {
    if (!isRecord(entry)) refuseOption(label, name, 'must be an operation of this package, or a group of operations.');
    if (typeof entry.method !== 'string') {
      collectFeatures(label, entry as Selection, features);
      continue;
    }
    for (const [feature, value] of Object.entries(entry.features ?? {})) {
      // Serializers of bodies are by their media types.
      features[feature] = isRecord(value) ? { ...Object(features[feature]), ...value } : value;
    }
  }
}
