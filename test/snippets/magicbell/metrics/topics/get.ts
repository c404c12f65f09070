import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const topics = await magicbell.metrics.topics.get();
for (const [row, topic] of topics.labels.entries()) {
  console.log(topic, topics.metrics[row]);
}
