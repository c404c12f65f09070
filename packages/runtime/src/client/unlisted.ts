/**
 * The kind of a response that the spec does not list. Comparing a kind with a listed one narrows the union; a `default` case gets the
 * others. When the program runs, it is any string: TypeScript narrows by no other type than an enum's.
 *
 * @example
 * ```ts
 * switch (pet.kind) {
 *   case 'cat':
 *     return pet.lives;
 *   default:
 *     return `A new kind of pet: ${pet.kind}`;
 * }
 * ```
 */
declare enum Unlisted {
  kind = 'a kind that the spec does not list',
}

export type { Unlisted };
