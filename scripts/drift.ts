/** `npm run drift -- <vendor>`: compares what a vendor sends with its spec. `--help` prints the options and the exit codes. */
import { parseArgs } from 'node:util';
import { run, usage } from '@plumbline/drift/run';
import { vendors } from '@plumbline/repository/repository';
import { turbo } from '@plumbline/repository/turbo';

const options = {
  traffic: { type: 'string' },
  'base-url': { type: 'string' },
  'show-names': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const command = readCommand();
if (typeof command === 'string') {
  process.stderr.write(`${command}\n`);
  process.exitCode = 2;
} else if (command.values.help) {
  process.stdout.write(usage());
} else {
  const { vendor, values } = command;
  build();
  const { 'base-url': baseUrl, 'show-names': showNames, traffic, json } = values;
  const result = await run({ vendor, baseUrl, showNames, traffic, json }, process.env, (url, init) => fetch(url, init));
  process.stdout.write(result.output);
  process.stderr.write(result.problem);
  process.exitCode = result.code;
}

/** A text says what is wrong. It repeats no argument: one may be a credential in the wrong place. */
function readCommand() {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [vendor = ''] = positionals;
    const isKnown = positionals.length === 1 && vendors.includes(vendor);
    if (!values.help && !isKnown) return `Name one vendor: ${vendors.join(', ')}. --help prints the options.`;
    const baseUrl = values['base-url'];
    if (baseUrl !== undefined && !URL.canParse(baseUrl)) return '--base-url must be an absolute URL.';
    return { vendor, values };
  } catch {
    return 'An option is unknown or lacks its value. --help prints the options.';
  }
}

/** turbo ends the process with 1 when the build fails; here 1 would mean a breaking difference. */
function build(): void {
  const fail = () => {
    process.exitCode = 2;
  };
  process.on('exit', fail);
  turbo('build');
  process.off('exit', fail);
}
