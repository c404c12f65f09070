import type { Unlisted } from '@plumbline/runtime';

type Pet =
  | { readonly kind: 'cat'; readonly lives: number }
  | { readonly kind: 'dog'; readonly barks: boolean }
  | { readonly kind: Unlisted };
const pets = [{ kind: 'cat', lives: 9 }] as readonly Pet[];

// #region narrow
for (const pet of pets) {
  if (pet.kind === 'cat') console.log(pet.lives);
  else if (pet.kind === 'dog') console.log(pet.barks);
  else console.log(`another kind: ${pet.kind}`);
}
// #endregion
