/** Why a vendor cannot be added: a sentence that says what is wrong, where, and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
