import { PlumblineError } from '@plumbline/runtime';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Normalizes the id of a motion to the form in paths: a lower-case UUID.
 *
 * Magnify returns `motion_<uuid>` in lists of motions, and the bare UUID in email metrics. Compare ids in the normalized form.
 *
 * @throws {PlumblineError} If the id is not a UUID, with or without `motion_`.
 * @see https://magnifyio.zendesk.com/hc/en-us/articles/39906014972699 "Get Motion by ID", "Get Email Metrics for a Motion"
 */
export function normalizeMotionId(id: string): string {
  const normalized = String(id)
    .trim()
    .replace(/^motion_/, '')
    .toLowerCase();
  if (!uuid.test(normalized))
    throw new PlumblineError('`motionId` must be a UUID, with or without `motion_` before it.');
  return normalized;
}
