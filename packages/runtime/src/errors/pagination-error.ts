import { PlumblineError } from './plumbline-error.ts';

const messages = {
  truncated: 'The vendor returns no further pages',
  repeated: 'The vendor keeps sending the same pages',
  malformed: 'The vendor sent a page without a list of items',
};

/** A list could not be read to its end. All items before that were yielded. */
export class PaginationError extends PlumblineError {
  override readonly name = 'PaginationError';
  /**
   * `truncated`: the vendor returns no further pages. `repeated`: it sent the same page three times in a row, and no total that
   * would end the list; or it named a next page that was read already. `malformed`: it sent something else in place of the list of
   * items, or of the next page.
   */
  readonly reason: keyof typeof messages;
  /** Number of items that were yielded. */
  readonly count: number;
  /** Number of items in the list, according to the vendor; undefined if it sent none. */
  readonly total: number | undefined;

  constructor(reason: keyof typeof messages, path: string, count: number, total?: number) {
    const read = `${count} of ${total ?? 'an unknown number of'} items of ${path} were read`;
    super(`${messages[reason]}: ${read}.`);
    this.reason = reason;
    this.count = count;
    this.total = total;
  }
}
