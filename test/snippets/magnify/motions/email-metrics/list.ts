import { createMagnify } from '@plumbline/magnify';

const { MAGNIFY_CLIENT_ID: clientId = '', MAGNIFY_CLIENT_SECRET: clientSecret = '' } = process.env;
const magnify = createMagnify({ clientId, clientSecret });

const motionId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
for await (const { emailEvent, occurredAt } of magnify.motions.emailMetrics.list({ motionId })) {
  console.log(emailEvent.type, new Date(occurredAt));
}
