/** Documents of which one statement of `x-resources` or `x-effect` is missing or wrong. */
import type { VendorData } from '@plumbline/sandbox';

export interface BehaviourMutant {
  /** Such as `drop user/callers/userEmail` and `change broadcasts/get/steps/0/status~1status`. */
  readonly id: string;
  /** The resource or the operation. */
  readonly name: string;
  readonly data: VendorData;
}
type Path = readonly (string | number)[];
type Change = 'drop' | 'change';

const methods = ['get', 'put', 'post', 'patch', 'delete'];
/** Another value that a statement may have. */
const counterparts = new Map<unknown, unknown>([
  ['newest', 'oldest'],
  ['seconds', 'milliseconds'],
  ['milliseconds', 'seconds'],
  ['merge', 'replace'],
]);

/** Each mutant of a document. */
export function behaviourMutants(data: VendorData): BehaviourMutant[] {
  const { paths = {} } = data as { paths?: Record<string, Record<string, Record<string, unknown>>> };
  const resources = Object.entries(data['x-resources'] ?? {}).flatMap(([name, resource]) =>
    sitesOf(resource, ['x-resources', name]).map((site) => ({ ...site, name, depth: 2 })),
  );
  const effects = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const { operationId, 'x-effect': effect } = item[method] ?? {};
      if (effect === undefined) return [];
      const sites = sitesOf(effect, ['paths', path, method, 'x-effect']);
      return sites.map((site) => ({ ...site, name: String(operationId), depth: 4 }));
    }),
  );
  return [...resources, ...effects].map(({ name, depth, path, change }) => {
    const rest = path.slice(depth).map((key) => String(key).replaceAll('/', '~1'));
    return { id: [`${change} ${name}`, ...rest].join('/'), name, data: mutate(data, path, change) };
  });
}

/** The statement at a path, and those below it. A list loses its entries one by one. */
function sitesOf(node: unknown, path: Path): { readonly path: Path; readonly change: Change }[] {
  const drop = { path, change: 'drop' as const };
  if (typeof node !== 'object' || node === null) return [drop, { path, change: 'change' }];
  const entries = Object.entries(node).filter(([key]) => key !== 'x-evidence');
  return [
    drop,
    ...entries.flatMap(([key, value]) => sitesOf(value, [...path, Array.isArray(node) ? Number(key) : key])),
  ];
}

function mutate(data: VendorData, path: Path, change: Change): VendorData {
  const copy = structuredClone(data) as VendorData;
  const key = path.at(-1) as string;
  const parent = path.slice(0, -1).reduce<unknown>((node, name) => Object(node)[name], copy) as Record<string, unknown>;
  if (change === 'change') parent[key] = another(parent[key]);
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return copy;
}

function another(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return counterparts.get(value) ?? `${value ?? 'no'}x`;
}
