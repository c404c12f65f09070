/** Values by the paths of properties. "Behaviour that the sandbox reads" in specs/README.md lists what a value can be. */
export type Values = Readonly<Record<string, unknown>>;

/** A test of an item, with the value of a query parameter. */
export interface TestExtension {
  readonly equals?: string;
  readonly oneOf?: string;
  readonly none?: unknown;
  readonly before?: string;
  readonly after?: string;
  readonly set?: string;
  readonly unset?: string;
}
/** How a new item becomes one item for each recipient. */
export interface DeliveryExtension {
  readonly to: string;
  readonly from: string;
  readonly everyone?: unknown;
  readonly members?: {
    readonly entry: unknown;
    readonly resource: string;
    readonly by: string;
    readonly where?: Values;
  };
  readonly notified?: string;
}
/** A kind of item that the vendor stores. */
export interface ResourceExtension {
  readonly path?: string;
  readonly keys?: readonly string[];
  readonly prefix?: string;
  readonly single?: boolean;
  readonly callers?: Readonly<Record<string, string>>;
  readonly belongsTo?: Readonly<Record<string, string>>;
  readonly upsert?: readonly string[];
  readonly update?: 'merge' | 'replace';
  readonly merge?: Readonly<Record<string, string>>;
  readonly order?: 'newest' | 'oldest';
  readonly sort?: string;
  readonly set?: Values;
  readonly touch?: Values;
  readonly derive?: Values;
  readonly filters?: Readonly<Record<string, TestExtension>>;
  readonly counts?: Readonly<Record<string, TestExtension>>;
  readonly times?: 'seconds' | 'milliseconds';
  readonly deliver?: DeliveryExtension;
  readonly delivers?: string;
  readonly adds?: Readonly<Record<string, string>>;
  readonly rows?: Readonly<Record<string, string>>;
}
/** What an operation does that its name does not say. It has one of `change`, `view`, `token`, `progress` and `fixed`. */
export interface EffectExtension {
  readonly change?: string;
  readonly all?: boolean;
  readonly set?: Values;
  readonly body?: boolean;
  readonly remove?: { readonly list: string; readonly by: string; readonly all?: unknown };
  readonly view?: string;
  readonly of?: string;
  readonly where?: Values;
  readonly one?: boolean;
  readonly token?: string;
  readonly seconds?: number;
  readonly client?: readonly string[];
  readonly key?: boolean;
  readonly progress?: string;
  readonly steps?: readonly Values[];
  readonly fixed?: 'examples';
}
