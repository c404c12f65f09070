/** Which header parameters callers may pass: compiled, never run. No vendor here documents any, so the operations are small ones. */
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

// Headers are taken by the wire's names, beside path, query and body.
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

// What the client writes by itself is left out, in any case of letters.
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

// So is a required header that has one value only. One that is optional, of two values, or of any, is a choice.
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
// An open enum is a choice too.
expectTypeOf<Input<Operation<{ Open: 'a' | (string & {}) }>>>().toEqualTypeOf<{
  id: string;
  page?: number;
  Open: 'a' | (string & {});
}>();

// An operation without headers takes none.
expectTypeOf<Input<Optional<never>>>().toEqualTypeOf<{ name: string }>();
