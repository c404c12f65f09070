import { Agent, get } from 'node:http';
import { names } from './names.ts';
import { credentials, type MeasuredClient } from './peer.ts';

/** The lower bound for clients over `node:http`. */
export const nodeHttp: MeasuredClient = {
  name: names.nodeHttp,
  module: import.meta.url,
  connect: ({ baseUrl }) => {
    const options = { agent: new Agent({ keepAlive: true }), headers: credentials };
    return { list: () => getJson(`${baseUrl}/users`, options) };
  },
};

function getJson(url: string, options: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = get(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`status ${response.statusCode}`));
        try {
          resolve(JSON.parse(text));
        } catch (error) {
          reject(error);
        }
      });
    });
    request.on('error', reject);
  });
}
