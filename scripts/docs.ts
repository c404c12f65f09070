/** `npm run docs` builds the docs site, and serves it until it is interrupted. */
import { startDocs } from '@plumbline/docs/serve';
import { turbo } from '@plumbline/repository/turbo';

const port = 4000;

turbo('build', '--filter=@plumbline/docs');
try {
  const { url } = await startDocs(port);
  console.log(`The docs site is at ${url}/. Ctrl+C ends it.`);
} catch (cause) {
  console.error(`Port ${port} cannot be used. Is \`npm run docs\` running already?`, cause);
  process.exitCode = 1;
}
