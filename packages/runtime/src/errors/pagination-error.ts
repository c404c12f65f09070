import { PlumblineError } from './plumbline-error.ts';

const messages = {
  truncated: 'The vendor lets nobody page further (ask for larger pages, or narrow the list by its filters)',
  repeated: 'The vendor sent the same page twice',
  malformed: 'The vendor sent a page without a list of items',
};

/** A list could not be read to its end. Everything before it has been handed out. */
export class PaginationError extends PlumblineError {
  override readonly name = 'PaginationError';
  /**
   * `truncated`: the vendor lets nobody page further. `repeated`: it sent the same page again. `malformed`: it sent a page
   * without a list of items.
   */
  readonly reason: keyof typeof messages;
  /** How many items were handed out. */
  readonly count: number;
  /** How many items the vendor says there are, when it says so. */
  readonly total: number | undefined;

  constructor(reason: keyof typeof messages, path: string, count: number, total?: number) {
    const read = `${count} of ${total ?? 'an unknown number of'} items of ${path} were read`;
    super(`${messages[reason]}: ${read}.`);
    this.reason = reason;
    this.count = count;
    this.total = total;
  }
}
