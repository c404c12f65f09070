/** `npm run docs`: builds the documentation, and serves it and a mock of each vendor until it is interrupted. */
import { startDocs } from '@plumbline/docs/serve';
import { turbo } from './turbo.ts';

const port = 4000;

turbo('build', '--filter=@plumbline/docs');
try {
  const { url } = await startDocs({ port });
  console.log(
    `The documentation is at ${url}/ and the mocks that its pages call below ${url}/mock/. Ctrl+C ends them.`,
  );
} catch (cause) {
  console.error(`Nothing can listen on port ${port}: is \`npm run docs\` running already?`, cause);
  process.exitCode = 1;
}
