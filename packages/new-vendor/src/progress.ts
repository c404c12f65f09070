/** Receives the step that a command is at, and how many operations of how many it is through, if it counts them. */
export type Progress = (step: string, done?: number, total?: number) => void;

/** Where progress is written: standard error. */
interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Shows progress: on a terminal as one line that changes, in a log as a line for each step and some of what it counts.
 *
 * @param interval How much is counted between two lines of a log. @default 100
 */
export function showProgress(
  output: Output,
  interval = 100,
): { readonly progress: Progress; readonly end: () => void } {
  const eraseLine = '\r\u001b[K';
  let current = '';
  const progress: Progress = (step, done, total) => {
    const line = done === undefined || total === undefined ? step : `${step} ${readable(done)} of ${readable(total)}`;
    if (output.isTTY) output.write(`${eraseLine}${line} …`);
    else if (step !== current || (done !== undefined && (done % interval === 0 || done === total)))
      output.write(`${line}\n`);
    current = step;
  };
  return { progress, end: () => output.isTTY && output.write(eraseLine) };
}

function readable(count: number): string {
  return count.toLocaleString('en-US');
}
