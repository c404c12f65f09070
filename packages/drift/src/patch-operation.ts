/** A change of the bundled spec: an operation of JSON Patch (RFC 6902). */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  /** JSON Pointer in `dist/openapi.json`. */
  readonly path: string;
  readonly value?: unknown;
}
