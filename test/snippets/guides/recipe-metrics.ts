import { createMagnify } from '@plumbline/magnify';

const magnify = createMagnify();

const motionId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const metrics = magnify.motions.emailMetrics.list({ motionId, size: 100 });
let opened = 0;
for await (const page of metrics.pages()) {
  const types = page.data.map(({ emailEvent }) => emailEvent.type);
  opened += types.filter((type) => type === 'magnify_send_email_open').length;
  console.log(opened, 'opens so far, of', page.total, 'events');
}
