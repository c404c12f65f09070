import type { DocumentCase } from '../document-case.ts';
import { formCases } from './form-bodies.ts';
import { jsonCases } from './json-bodies.ts';
import { mixedCases } from './mixed-bodies.ts';
import { multipartCases } from './multipart-bodies.ts';
import { encodingCases } from './multipart-encodings.ts';
import { wholeCases } from './whole-bodies.ts';

/** Request bodies of every kind. */
export const bodyCases: readonly DocumentCase[] = [
  ...wholeCases,
  ...jsonCases,
  ...mixedCases,
  ...formCases,
  ...multipartCases,
  ...encodingCases,
];
