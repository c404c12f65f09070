/** For tests of code that uses a client: `@plumbline/runtime/testing`. Web-platform APIs only, and no test runner. */
export { chunked, networkError, rateLimited, stalled, truncated } from './faults.ts';
export { ManualClock } from './manual-clock.ts';
export { type RecordedRequest, type RecordingFetch, recordingFetch, type ScriptedResponse } from './recording-fetch.ts';
