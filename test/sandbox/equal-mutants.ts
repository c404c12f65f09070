/** Mutants that respond as the document does, by vendor, each with the reason. */

const idIsDefault = 'A resource without `keys` has the key `id`.';
const isFilledIn = 'The schema requires the property, so the sandbox fills in the same value.';
const isFirstState = 'The item begins in this state.';
const isExample = 'An operation that follows from no resource and has no effect responds with the example, too.';
const anyName = 'The sandbox looks whether there is a value, and lint refuses another one.';

function metricsOf(operation: string): Record<string, string> {
  return { [`drop ${operation}`]: isExample, [`change ${operation}/fixed`]: anyName };
}

export const equalMutants: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  magicbell: {
    'drop notification/keys': idIsDefault,
    'drop notification/set/deliveries': isFilledIn,
    'drop notification/derive/status/else': isFilledIn,
    'drop notification/times': 'Seconds are the default.',
    'drop notificationPreferences/set': isFilledIn,
    'drop notificationPreferences/set/categories': isFilledIn,
    'drop broadcast/keys': idIsDefault,
    'drop broadcast/set/status/summary/failures': isFilledIn,
    'drop broadcast/set/status/errors': isFilledIn,
    'drop import/keys': idIsDefault,
    'drop import/set/status': isFilledIn,
    'drop broadcasts/get/steps/0/status~1status': isFirstState,
    'drop imports/get/steps/0/status': isFirstState,
    ...metricsOf('metrics/get'),
    ...metricsOf('metrics/categories/get'),
    ...metricsOf('metrics/topics/get'),
  },
  magnetiq: {
    'drop consumer/keys': idIsDefault,
    'drop brand/keys': idIsDefault,
    'drop auth/createToken/seconds': 'One hour is the default.',
    'change auth/refreshToken/token': 'The other operation issues tokens of the same scheme, the only one there is.',
    'drop auth/refreshToken/seconds': 'One hour is the default.',
    ...metricsOf('analytics/engagement'),
    ...metricsOf('analytics/conversion'),
  },
  magnify: {
    'drop motion/keys': idIsDefault,
    'drop auth/createToken/seconds': 'One hour is the default.',
  },
};
