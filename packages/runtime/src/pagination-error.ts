import { PlumblineError } from './plumbline-error.ts';

/** A list could not be read to its end. Everything before it has been handed out. */
export class PaginationError extends PlumblineError {
  override readonly name = 'PaginationError';
  /** `truncated`: the vendor lets nobody page further. `repeated`: the vendor sent the same page again. */
  readonly reason: 'truncated' | 'repeated';
  /** How many items were handed out. */
  readonly count: number;
  /** How many items the vendor says there are, when it says so. */
  readonly total: number | undefined;

  constructor(reason: 'truncated' | 'repeated', path: string, count: number, total?: number) {
    super(
      reason === 'truncated'
        ? `The vendor lets nobody page further: ${count} of ${total ?? 'an unknown number of'} items of ${path} were read. Ask for larger pages, or narrow the list by its filters.`
        : `The vendor sent the same page of ${path} twice: ${count} items were read.`,
    );
    this.reason = reason;
    this.count = count;
    this.total = total;
  }
}
