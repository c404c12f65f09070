import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { createCertificate } from '../../runtimes/counterparts/loopback-certificate.ts';
import { type Case, check, describeOutcome, settle } from './case.ts';

export const untrustedCertificate: Case = {
  title:
    'a call to a server with an untrusted certificate makes one handshake, and its error message says "certificate"',
  async run(connect) {
    let handshakes = 0;
    const server = createServer(createCertificate(), (_, response) => response.end('{}'));
    server.on('connection', () => handshakes++);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const outcome = await settle(() => connect(`https://127.0.0.1:${port}`).list(), 15_000);
    server.close();
    server.closeAllConnections();
    const inMessage = outcome.value instanceof Error && mentionsCertificate(outcome.value.message);
    const inDetails = mentionsCertificate(inspect(outcome.value));
    const place = inMessage ? 'in its message' : inDetails ? 'only in its details' : 'nowhere';
    const error = outcome.state === 'rejected' ? `, "certificate" ${place}` : '';
    const passed = outcome.state === 'rejected' && handshakes === 1 && inMessage;
    return check(passed, `handshakes: ${handshakes}, ${describeOutcome(outcome)}${error}`);
  },
};

const mentionsCertificate = (text: string) => /certificate/i.test(text);
