/** The Ajv validator accepts made-up responses within each constraint of a schema and refuses those outside; enums are complete. */
import { knownValueChecks } from './checks/known-values.ts';
import { responseChecks } from './checks/responses.ts';
import { describeChecks } from './describe-checks.ts';

describeChecks('responses', responseChecks);
describeChecks('known-values', knownValueChecks);
