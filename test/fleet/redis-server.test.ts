import { findRedisServer, redisServerMissing } from '@plumbline/repository/find-command';
import { expect, it } from 'vitest';

it('a Redis server is installed where CI runs', () => {
  if (findRedisServer()) return;
  console.error(redisServerMissing);
  // Redis does not run on Windows.
  expect(Boolean(process.env.CI) && process.platform !== 'win32', redisServerMissing).toBe(false);
});
