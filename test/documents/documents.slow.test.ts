/** Small documents of vendors, one for each thing that a document may have, become the clients that their cases describe. */
import { rmSync } from 'node:fs';
import { type RecordedRequest, recordingFetch } from '@plumbline/runtime/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltCase, buildCases, compileCases, createStage } from './build-cases.ts';
import { cases } from './cases.ts';
import { partsOf, readSent } from './sent-body.ts';

const stage = createStage();
let built: ReadonlyMap<string, BuiltCase>;
let errors: ReadonlyMap<string, readonly string[]>;
beforeAll(async () => {
  built = await buildCases(stage, cases);
  errors = compileCases(stage);
}, 600_000);
afterAll(() => rmSync(stage, { recursive: true, force: true }));

describe.each(cases)(
  'the document of $vendor',
  ({ vendor, exchanges = [], leftOut = {}, leftOpen = [], leftForYou = [] }) => {
    const notes = () => (built.get(vendor) as BuiltCase).written.notes;

    it('the package compiles, with the types of the case', () => {
      expect(errors.get(vendor) ?? []).toEqual([]);
    });

    it('the calls of the package with the examples of the spec succeed', () => {
      expect((built.get(vendor) as BuiltCase).failed).toEqual([]);
    });

    it('the operations that are left out are those of the case', () => {
      const left = notes().leftOut.map(
        ({ method, path, reason }) => [`${method.toUpperCase()} ${path}`, reason] as const,
      );
      expect(left.map(([operation]) => operation).sort()).toEqual(Object.keys(leftOut).sort());
      for (const [operation, reason] of left) expect(reason).toContain(leftOut[operation]);
    });

    it('the notes say what is less exact, and what is left to do', () => {
      const open = [...notes().leftOpen.keys()];
      expect(open).toEqual(leftOpen.map((part) => expect.stringContaining(part)));
      const { leftForYou: toDo, goodToKnow } = notes();
      for (const part of leftForYou) expect([...toDo, ...goodToKnow].join('\n')).toContain(part);
    });

    it.each(exchanges)('$name', async ({ options = {}, responds, call, sends, resolves, throws }) => {
      const fetch = recordingFetch(responds ?? (() => Response.json({})));
      const run = async () => call((built.get(vendor) as BuiltCase).create({ retry: false, ...options, fetch }));
      if (throws !== undefined) await expect(run()).rejects.toThrow(throws);
      else if (resolves === undefined) await run();
      else expect(await run()).toEqual(resolves);
      const request = fetch.requests.at(-1);
      if (!sends) return;
      const { headers = {}, body, parts, ...line } = sends;
      expect(request).toMatchObject(line);
      const sent = await readSent(request as RecordedRequest);
      for (const [name, value] of Object.entries(headers))
        expect(sent.headers.get(name) ?? undefined, name).toBe(value);
      if (parts) expect(partsOf(sent)).toEqual(parts);
      if (body === undefined) return;
      expect(typeof body === 'string' ? sent.text : JSON.parse(sent.text)).toEqual(body);
    });
  },
);
