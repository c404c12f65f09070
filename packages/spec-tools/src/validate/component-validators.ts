import { format as sandboxFormats } from '@cfworker/json-schema';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const component = '#/components/schemas/';

type Json = Readonly<Record<string, unknown>>;

/**
 * Creates a check of values against schemas that are written one after the other. Each schema, and each component that one refers to, is
 * compiled once.
 *
 * @param components The component schemas. May grow between two checks.
 */
export function createComponentValidators(
  components: Readonly<Record<string, Json>>,
): (schema: Json, value: unknown) => boolean {
  const ajv = new Ajv2020({
    strict: false,
    inlineRefs: false,
    logger: false,
    validateSchema: false,
    addUsedSchema: false,
  });
  formats.default(ajv);
  for (const [name, fits] of commonFormats()) ajv.addFormat(name, fits);
  const added = new Set<string>();
  const compiled = new Map<string, ValidateFunction>();

  /** Gives each component an id of its own: Ajv would search a whole document for each schema. */
  const relocate = (node: unknown, key = ''): unknown => {
    if (typeof node !== 'object' || node === null || ['examples', 'enum', 'const', 'x-evidence'].includes(key))
      return node;
    if (Array.isArray(node)) return node.map((one) => relocate(one));
    const isMap = key === 'properties';
    const entries = Object.entries(node).filter(
      ([name]) => isMap || !['examples', 'x-evidence', 'description', 'title'].includes(name),
    );
    return Object.fromEntries(
      entries.map(([name, child]) => {
        if (name !== '$ref' || typeof child !== 'string') return [name, relocate(child, isMap ? '' : name)];
        add(child.slice(component.length));
        return [name, idOf(child.slice(component.length))];
      }),
    );
  };
  const add = (name: string): void => {
    if (added.has(name)) return;
    added.add(name);
    ajv.addSchema(relocate(components[name] ?? {}) as object, idOf(name));
  };

  return (schema, value) => {
    const key = JSON.stringify(relocate(schema));
    let validate = compiled.get(key);
    if (!validate) {
      validate = ajv.compile(JSON.parse(key));
      compiled.set(key, validate);
    }
    return validate(value);
  };
}

/** The formats of texts, as the sandbox and the contract tests both read them. They differ about `2026-11-28T12:00:00+0000`, for example. */
function commonFormats(): [name: string, fits: (text: string) => boolean][] {
  const ajv = new Ajv2020({ strict: false, logger: false });
  formats.default(ajv);
  return Object.entries(sandboxFormats).map(([name, fitsSandbox]) => {
    const fits = ajv.compile({ format: name });
    return [name, (text) => fits(text) && fitsSandbox(text)];
  });
}

/** An id without characters that a URL would change. */
function idOf(name: string): string {
  return `component:${encodeURIComponent(name)}`;
}
