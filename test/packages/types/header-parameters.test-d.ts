/** The types of header parameters. Compiled, never run. No vendor here documents optional ones, so the tests declare operations. */
import type { Input, InputWithBody } from '@plumbline/runtime';
import { expectTypeOf } from 'vitest';

interface Operation<Header> {
  parameters: { query?: { page?: number }; header: Header; path: { id: string }; cookie?: never };
  requestBody?: never;
}
interface Optional<Header> {
  parameters: { query?: never; header?: Header; path?: never; cookie?: never };
  requestBody: { content: { 'application/json': { name: string } } };
}

// Header parameters keep their names, beside path, query and body.
expectTypeOf<Input<Operation<{ 'X-Tenant': string; 'X-Trace'?: number }>>>().toEqualTypeOf<{
  id: string;
  page?: number;
  'X-Tenant': string;
  'X-Trace'?: number;
}>();
expectTypeOf<Input<Optional<{ 'X-Trace'?: string }>>>().toEqualTypeOf<{ 'X-Trace'?: string; name: string }>();
expectTypeOf<InputWithBody<Optional<{ 'X-Trace'?: string }>>>().toEqualTypeOf<{
  'X-Trace'?: string;
  body: { name: string };
}>();

// Headers that the client sets are omitted, in any letter case.
expectTypeOf<
  Input<
    Operation<{
      'Idempotency-Key'?: string;
      ACCEPT?: string;
      authorization: string;
      'Content-Type'?: string;
      X: string;
    }>
  >
>().toEqualTypeOf<{ id: string; page?: number; X: string }>();

// A required header with one value is omitted too. An optional header, or one with more values, is a parameter.
expectTypeOf<
  Input<
    Operation<{
      One: '2';
      Optional?: '2';
      Count: 2;
      Yes: true;
      Two: '1' | '2';
      Any: string;
      Number: number;
      Is: boolean;
    }>
  >
>().toEqualTypeOf<{
  id: string;
  page?: number;
  Optional?: '2';
  Two: '1' | '2';
  Any: string;
  Number: number;
  Is: boolean;
}>();
// A header with an open enum is a parameter.
expectTypeOf<Input<Operation<{ Open: 'a' | (string & {}) }>>>().toEqualTypeOf<{
  id: string;
  page?: number;
  Open: 'a' | (string & {});
}>();

// An operation without headers has no header parameters.
expectTypeOf<Input<Optional<never>>>().toEqualTypeOf<{ name: string }>();
