import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Reads the options of a command. Ends the process with 1, and a line that names the options, at an unknown one. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    const [reason] = (error as Error).message.split(/\. |\n/);
    console.error(`${reason}. The options are ${known.join(' and ')}.`);
    process.exit(1);
  }
}
