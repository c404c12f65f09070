import { createAcme } from '../acme-client.ts';

const acme = createAcme({ token: 'test' });

// #region events
const chat = acme.chats.create(
  { text: 'Hello' },
  { accept: 'text/event-stream' },
);
for await (const event of chat.stream()) {
  if (event.type === 'delta') process.stdout.write(event.text);
  if (event.type === 'end') break;
}
// #endregion

// #region lines
for await (const line of acme.logs.tail().stream()) {
  console.log(line.level, line.text);
}
// #endregion

// #region limits
const timed = acme.chats.create(
  { text: 'Hello' },
  { accept: 'text/event-stream', timeout: 10_000, deadline: 120_000 },
);
for await (const event of timed.stream()) console.log(event.type);
// #endregion
