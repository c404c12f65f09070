import { createMagnify } from '@plumbline/magnify';

const magnify = createMagnify();

const metrics = magnify.motions.emailMetrics.list({
  motionId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
});
for await (const { emailEvent, occurredAt } of metrics) {
  console.log(emailEvent.type, new Date(occurredAt));
}
