import { trace } from '@opentelemetry/api';
// #region client
import { createMagicBell } from '@plumbline/magicbell';
import { openTelemetry } from '@plumbline/runtime/otel';

const policies = { attempt: [openTelemetry()] };
const magicbell = createMagicBell({ policies });
await magicbell.users.list({ per_page: 50 });
// #endregion

// #region parent
const tracer = trace.getTracer('my-app');
await tracer.startActiveSpan('import users', async (span) => {
  for await (const user of magicbell.users.list()) console.log(user.email);
  span.end();
});
// #endregion

// #region template
const withTemplates = createMagicBell({
  policies: { attempt: [openTelemetry({ urlTemplate: true })] },
});
// #endregion

await withTemplates.users.list({ per_page: 50 });
