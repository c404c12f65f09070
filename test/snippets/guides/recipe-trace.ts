import { createMagicBell, logTo } from '@plumbline/magicbell';
import { openTelemetry } from '@plumbline/runtime/otel';

const magicbell = createMagicBell({
  observe: logTo(console), // GET /users #k3f9 attempt 1: 200 in 120 ms
  policies: { attempt: [openTelemetry()] }, // a span for each attempt
});

await magicbell.users.list();
