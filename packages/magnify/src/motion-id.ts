import { PlumblineError } from '@plumbline/runtime';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Writes the id of a motion in the one form that paths take: a lower-case UUID.
 *
 * Magnify answers with `motion_<uuid>` where it lists motions and with the bare UUID in email metrics; compare ids by this form.
 *
 * @throws {PlumblineError} When the id holds no UUID.
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
