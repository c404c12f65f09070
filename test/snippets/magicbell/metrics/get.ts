import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const { labels, metrics } = await magicbell.metrics.get();
for (const [day, label] of labels.entries()) {
  console.log(label, metrics[day]);
}
