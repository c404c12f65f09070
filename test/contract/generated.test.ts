/** Clients send what the specs accept and keep what they read, for two hundred requests and answers of each operation that chance makes. */
import { generatedChecks } from './checks/generated.ts';
import { runChecks } from './run-checks.ts';

runChecks('generated', generatedChecks);
