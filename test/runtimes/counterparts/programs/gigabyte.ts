/** `gigabyte <server> upload|part|download|events default|fetch|undici`: a gigabyte is sent or read in constant memory. */
import { countedStream } from '../../suite/transfer-bodies.ts';
import { createTransfers } from '../../suite/transfer-client.ts';

const [baseUrl = '', kind = '', transport = ''] = process.argv.slice(2);
/**
 * Maximum of the memory of this process in megabytes. A runtime takes up to 100 with the packages loaded. Collectors leave up to 100 of
 * garbage. A body that is kept takes 1000.
 */
const limit = 300;

const size = await transfer();
const peak = Math.round(process.resourceUsage().maxRSS / 1000);
const result = `${kind} over ${transport}: ${size} bytes, peak ${peak} MB`;
// The server and the data of the events do not count some bytes around the content.
if (size < 970_000_000 || peak > limit) throw new Error(`${result}, limit ${limit} MB`);
console.log(result);

/** Sends or reads a gigabyte, and returns the number of its bytes. */
async function transfer(): Promise<number> {
  const client = createTransfers({ baseUrl, timeout: Number.POSITIVE_INFINITY, ...(await transportOptions()) });
  const sent = { behaviour: 'counts', id: kind };
  const body = countedStream(1000, 1_000_000).stream;
  if (kind === 'upload') return (await client.put({ ...sent, body })).size;
  if (kind === 'part') return (await client.upload({ ...sent, file: body })).size;
  const read = { behaviour: 'gigabyte', id: kind };
  let size = 0;
  if (kind === 'download') for await (const bytes of client.file(read).stream()) size += bytes.length;
  else for await (const { text } of client.events(read).stream()) size += text.length;
  return size;
}

async function transportOptions(): Promise<object> {
  if (transport !== 'undici') return transport === 'fetch' ? { transport } : {};
  const { createUndiciFetch } = await import('@plumbline/runtime/undici');
  return { fetch: createUndiciFetch() };
}
