/** The second judge accepts what each response may be and refuses what it may not be, at every constraint of every response. */
import { answerChecks } from './checks/answers.ts';
import { runChecks } from './run-checks.ts';

runChecks('answers', answerChecks);
