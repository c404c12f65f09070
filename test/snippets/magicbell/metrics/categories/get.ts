import { createMagicBell } from '@plumbline/magicbell';

const magicbell = createMagicBell();

const categories = await magicbell.metrics.categories.get();
for (const [row, category] of categories.labels.entries()) {
  console.log(category, categories.metrics[row]);
}
