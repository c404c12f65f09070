import type { DocumentCase } from '../document-case.ts';
import { byteCases } from './byte-responses.ts';
import { lineCases } from './json-lines-responses.ts';
import { mediaTypeCases } from './media-type-responses.ts';
import { redirectCases } from './redirect-responses.ts';
import { statusCases } from './response-statuses.ts';
import { streamCases } from './stream-responses.ts';

/** The kinds of responses. */
export const responseCases: readonly DocumentCase[] = [
  ...byteCases,
  ...mediaTypeCases,
  ...streamCases,
  ...lineCases,
  ...statusCases,
  ...redirectCases,
];
