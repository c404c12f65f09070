/** Generated requests are valid, and generated responses are read unchanged. A file of its own: files run in parallel. */
import { generatedChecks } from './checks/generated.ts';
import { describeChecks } from './describe-checks.ts';

describeChecks('generated', generatedChecks);
