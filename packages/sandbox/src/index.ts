/** A vendor in memory for tests: `@plumbline/sandbox`. Web-platform APIs only, and no test runner. */
export { createSandbox } from './create-sandbox.ts';
export type {
  Assumption,
  Fault,
  FaultRule,
  Sandbox,
  SandboxClock,
  SandboxOf,
  SandboxOptions,
  SandboxRateLimit,
  SandboxRequest,
  SandboxResource,
  VendorData,
} from './sandbox.ts';
export { SandboxError } from './sandbox-error.ts';
