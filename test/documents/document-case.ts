import type { RecordedRequest, ScriptedResponse } from '@plumbline/runtime/testing';

// biome-ignore lint/suspicious/noExplicitAny: a case calls a client that is generated while the tests run.
export type AnyClient = any;

/** A part of a multipart body. `type` and `fileName` are absent if the part has none. */
export interface SentPart {
  readonly name: string;
  readonly fileName?: string;
  readonly type?: string;
  readonly text: string;
}

/** One call of the generated client, and what it must send. */
export interface Exchange {
  /** A sentence with a subject: `a client sends a list in a path by its style`. */
  readonly name: string;
  /** The options of the factory. @default none */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The response to its requests. @default an empty JSON object */
  readonly responds?: ScriptedResponse | readonly ScriptedResponse[];
  readonly call: (client: AnyClient) => unknown;
  /** The parts of the last request to compare. `body` is its text, of JSON its value; `parts` are those of a multipart body. @default none is sent */
  readonly sends?: Partial<Pick<RecordedRequest, 'method' | 'url'>> & {
    readonly headers?: Readonly<Record<string, string | undefined>>;
    readonly body?: unknown;
    readonly parts?: readonly SentPart[];
  };
  /** What the call resolves with. @default not compared */
  readonly resolves?: unknown;
  /** Part of the message of the error that it throws, or that the factory throws. @default it does not throw */
  readonly throws?: string | RegExp;
}

/** A small document of a vendor, and the client that it must become. */
export interface DocumentCase {
  /** The name of its vendor, unique among all cases: lower-case words with hyphens. */
  readonly vendor: string;
  /** The document as YAML, complete: `openapi`, `info`, `paths`. Its server is `https://api.acme.test` where it names none. */
  readonly document: string;
  readonly exchanges?: readonly Exchange[];
  /**
   * TypeScript that compiles with the package, with `import type * as api from './index.ts'` above it. `// @ts-expect-error` marks what
   * must not compile.
   */
  readonly types?: string;
  /** The operations that are left out, as `GET /path`, each with part of its reason. @default none */
  readonly leftOut?: Readonly<Record<string, string>>;
  /** Parts of the notes about what is less exact. @default none */
  readonly leftOpen?: readonly string[];
  /** Parts of the notes, to do or good to know, for the person who adds the vendor. @default not compared */
  readonly leftForYou?: readonly string[];
}
