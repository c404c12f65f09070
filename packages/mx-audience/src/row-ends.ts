/**
 * Finds where the rows of a CSV text end, chunk by chunk. It reads each character once, so that a quoted field of any number of
 * chunks costs linear time.
 */
export class RowEnds {
  /** Whether the text ends in a quoted field that is still open. */
  isQuoted = false;
  /** The character before the chunk. A row begins as after a line break. */
  #previous = '\n';
  /** Index of the last closing quote, relative to the chunk. */
  #closing = -2;

  /** Returns the end of the last row that ends in the next chunk, including its line break, or 0. */
  findLast(chunk: string): number {
    let end = 0;
    let start = 0;
    for (;;) {
      const quote = chunk.indexOf('"', start);
      if (!this.isQuoted) {
        const lineBreak = chunk.slice(start, quote < 0 ? undefined : quote).lastIndexOf('\n');
        if (lineBreak >= 0) end = start + lineBreak + 1;
      }
      if (quote < 0) break;
      if (this.isQuoted) {
        this.isQuoted = false;
        this.#closing = quote;
      } else {
        // A quote opens a field, or is the second half of a doubled quote. Elsewhere it is text.
        this.isQuoted = quote === this.#closing + 1 || ',\n'.includes(chunk[quote - 1] ?? this.#previous);
      }
      start = quote + 1;
    }
    this.#previous = chunk.at(-1) ?? this.#previous;
    this.#closing -= chunk.length;
    return end;
  }
}
