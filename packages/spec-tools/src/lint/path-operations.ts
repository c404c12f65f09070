import type { EffectExtension, ResourceExtension } from '../document/sandbox-extensions.ts';
import {
  locatedParametersOf,
  type MediaType,
  type Operation,
  type Parameter,
  type Response,
  successJson,
} from './operation.ts';
import { type Context, follow, type Located } from './rule.ts';
import { properties, propertiesAt, type Schema } from './schema-nodes.ts';

/** The root of a document: the parts that say what a sandbox does. */
export type SandboxRoot = {
  paths?: Record<string, Record<string, object>>;
  components?: { securitySchemes?: Record<string, unknown> };
  'x-resources'?: Record<string, ResourceExtension>;
};

/** An operation with its place, the parameters that it takes and the bodies that it declares. */
export type PathOperation = Located<Operation & { 'x-effect'?: EffectExtension }> & {
  path: string;
  method: string;
  parameters: Located<Parameter>[];
  /** The schemas of the request body, one for each media type. */
  bodies: Located<Schema>[];
  /** The schemas of the 200 JSON body. */
  successes: Located<Schema>[];
  /** The media types of all responses. */
  mediaTypes: string[];
};

const methods = ['get', 'put', 'post', 'patch', 'delete'];

/** All operations of a document. A rule for the root calls it, because resources and effects are about several operations. */
export function operationsIn({ paths = {} }: SandboxRoot, context: Context): PathOperation[] {
  return Object.entries(paths).flatMap(([path, reference]) => {
    const item = follow({ node: reference, location: context.location.child(['paths', path]) }, context.resolve);
    return methods.flatMap((method) => {
      const node = item?.node[method] as Operation | undefined;
      return item && node ? readOperation(method, item.node, { node, location: item.location.child([method]) }) : [];
    });

    function readOperation(method: string, parent: object, { node, location }: Located<Operation>): PathOperation {
      const inOperation = { parent, location, resolve: context.resolve };
      const body = node.requestBody && {
        node: node.requestBody as { content?: Record<string, MediaType> },
        location: location.child(['requestBody']),
      };
      const responses = Object.values(node.responses ?? {}).flatMap(
        (response) => follow<Response>({ node: response, location }, context.resolve)?.node ?? [],
      );
      return {
        node,
        location,
        path,
        method,
        parameters: locatedParametersOf(node, inOperation),
        bodies: body ? schemasOf(follow(body, context.resolve)) : [],
        successes: successJson(node, inOperation).flatMap(schemaOf),
        mediaTypes: responses.flatMap(({ content }) => Object.keys(content ?? {})),
      };
    }
  });
}

/** Whether an operation is one of the five that a resource has at its path. Its operationId may be any name. */
export function isStandard({ path, method }: PathOperation, resource: ResourceExtension): boolean {
  if (path === resource.path) return (resource.single ? ['get', 'put', 'patch'] : ['get', 'post']).includes(method);
  return isItemOf(path, resource) && method !== 'post';
}

/** Whether a path is that of one item of a resource. */
export function isItemOf(path: string, { path: collection, single }: ResourceExtension): boolean {
  return (
    !single && collection !== undefined && path.slice(0, path.lastIndexOf('/{')) === collection && path.endsWith('}')
  );
}

/** Whether one of the request bodies has a property, itself or within a property that wraps it. */
export function hasBodyProperty(path: string, operations: PathOperation[], { resolve }: Context): boolean {
  const bodies = operations.flatMap((operation) => operation.bodies);
  const wrapped = bodies.flatMap((body) => [...properties(body, resolve)].map(([, property]) => property));
  return propertiesAt(path, [...bodies, ...wrapped], resolve).length > 0;
}

/** The resource that a value `{ item: resource }` names. */
export function itemIn(value: unknown): string | undefined {
  const { item } = Object(value) as { item?: unknown };
  return typeof item === 'string' ? item : undefined;
}

/** A message about a resource that does not exist. */
export function unknownResource(name: string | undefined): string {
  return `There is no resource \`${name}\`. Name one of x-resources.`;
}

function schemasOf(body: Located<{ content?: Record<string, MediaType> }> | undefined): Located<Schema>[] {
  return Object.entries(body?.node.content ?? {}).flatMap(([name, node]) =>
    schemaOf({ node, location: (body as Located<object>).location.child(['content', name]) }),
  );
}

function schemaOf({ node, location }: Located<MediaType>): Located<Schema>[] {
  return node.schema ? [{ node: node.schema, location: location.child(['schema']) }] : [];
}
