import type { Calls } from '../peers/peer.ts';
import { type Case, check, settle } from './case.ts';
import { reset, type Step, serve, success } from './scripted-server.ts';

const count = 2000;
const inFlight = 25;
/** Share of requests that the server resets. */
const probability = 0.2;
/** Three attempts lose 0.8 % of the calls, two lose 4 %. */
const tolerated = 0.02;

type Operation = 'list' | 'createKeyed';

/** The delays before retries are those of each client. */
const mostSucceed = (what: string, operation: Operation): Case => ({
  title: `of 2,000 ${what}, at most 2 % fail when 20 % of the requests are reset`,
  ...(operation === 'createKeyed' && { needs: operation }),
  isMeasured: true,
  async run(connect) {
    const random = createRandom(20_261_127);
    const step: Step = (response, request) => (random() < probability ? reset : success)(response, request);
    await using server = await serve([step]);
    const lost = await countLost(connect(server.url), operation);
    const seen = `${(100 * (lost / count)).toFixed(1)} % fail, ${(server.received.length / count).toFixed(2)} requests a call`;
    return check(lost <= tolerated * count, seen);
  },
});

export const manyResetGets = mostSucceed('GETs', 'list');
export const manyResetKeyed = mostSucceed('POSTs with a key', 'createKeyed');

/** Makes all calls, some at a time, and counts those that do not succeed. */
async function countLost(calls: Calls, operation: Operation): Promise<number> {
  let left = count;
  let lost = 0;
  const work = async () => {
    while (left-- > 0) {
      const { state } = await settle(() => calls[operation](), 60_000);
      if (state !== 'resolved') lost++;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return lost;
}

/** Creates a generator of the same numbers from 0 to 1 for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
