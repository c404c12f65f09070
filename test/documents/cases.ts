import { plainCases } from './cases/plain.ts';
import type { DocumentCase } from './document-case.ts';

export const cases: readonly DocumentCase[] = [...plainCases];
