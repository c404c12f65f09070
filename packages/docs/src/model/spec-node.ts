import type { Document, Evidence, Reference, Schema } from '@plumbline/spec-tools/document/document';

/** The parts of a spec that a page shows in addition to those that the scripts read. */
export interface Described {
  readonly description?: string;
  readonly 'x-evidence'?: Evidence;
}
export interface DescribedSchema extends Described, Schema {
  readonly properties?: Readonly<Record<string, DescribedSchema | Reference>>;
  readonly anyOf?: readonly (DescribedSchema | Reference)[];
  readonly oneOf?: readonly (DescribedSchema | Reference)[];
  readonly allOf?: readonly (DescribedSchema | Reference)[];
  readonly items?: DescribedSchema | Reference;
  readonly prefixItems?: readonly (DescribedSchema | Reference)[];
  readonly additionalProperties?: boolean | DescribedSchema | Reference;
  readonly required?: readonly string[];
  readonly title?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly deprecated?: boolean;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly uniqueItems?: boolean;
}
export interface DescribedParameter extends Described {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly schema: DescribedSchema;
  readonly example?: unknown;
}
export interface DescribedMedia extends Described {
  readonly schema: DescribedSchema | Reference;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;
}
export interface DescribedBody extends Described {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, DescribedMedia>>;
}
export interface DescribedHeader extends Described {
  readonly schema: DescribedSchema;
  readonly example?: unknown;
}
export interface DescribedResponse extends Described {
  readonly content?: Readonly<Record<string, DescribedMedia>>;
  readonly headers?: Readonly<Record<string, DescribedHeader | Reference>>;
}
export interface SecurityScheme extends Described {
  readonly type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS';
  readonly name?: string;
  readonly in?: 'header' | 'query' | 'cookie';
  readonly scheme?: string;
  readonly flows?: { readonly clientCredentials?: { readonly tokenUrl: string } };
}
export interface DescribedDocument extends Document {
  readonly webhooks?: Readonly<Record<string, object>>;
  readonly info: Document['info'] & { readonly summary: string; readonly description: string };
  readonly servers: readonly (Described & { readonly url: string; readonly variables?: Variables })[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly components: { readonly securitySchemes: Readonly<Record<string, SecurityScheme>> };
}
type Variables = Readonly<Record<string, { readonly default: string; readonly description?: string }>>;
