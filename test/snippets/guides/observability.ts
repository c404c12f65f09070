import {
  type ClientEvent,
  createMagicBell,
  logTo,
  type Policy,
} from '@plumbline/magicbell';

const notification = {
  title: 'Task assigned to you',
  recipients: [{ email: 'mary@example.com' }],
};

// #region log
const magicbell = createMagicBell({ observe: logTo(console) });
await magicbell.users.list({ per_page: 50 });
// #endregion

// #region observe
const durations = new Map<string, number[]>();
const measure = (event: ClientEvent) => {
  if (event.type !== 'response') return;
  const name = `${event.method} ${event.path} ${event.status}`;
  durations.set(name, [...(durations.get(name) ?? []), event.duration]);
};
const log = logTo(console);
const measured = createMagicBell({
  observe: (event) => {
    log(event);
    measure(event);
  },
});
// #endregion

// #region key
const keys = new Map<string, string>();
const remembering = createMagicBell({
  observe: (event) => {
    if (event.type !== 'request' || !event.idempotencyKey) return;
    keys.set(event.callId, event.idempotencyKey);
  },
});
await remembering.notifications.create({ notification });
console.log(keys); // store them, to send the same key after a restart
// #endregion

// #region policy
/** Runs once a call: all of its attempts have one id. */
const addId: Policy = (request, next) =>
  next(request.withHeaders({ 'X-Trace-Id': request.call.id }));

/** Runs once an attempt: the request has its credentials. */
const report: Policy = async (request, next) => {
  const response = await next(request);
  console.log(request.headers.get('X-Trace-Id'), response.status);
  return response;
};

const policies = { call: [addId], attempt: [report] };
const traced = createMagicBell({ policies });
// #endregion

await measured.users.list({ per_page: 50 });
await traced.users.list({ per_page: 50 });
console.log(durations);
