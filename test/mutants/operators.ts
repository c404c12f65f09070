import type { Operator } from './operator.ts';
import { enumerationOperators } from './operators/enumeration.ts';
import { limitOperators } from './operators/limit.ts';
import { mediaTypeOperators } from './operators/media-type.ts';
import { opennessOperators } from './operators/openness.ts';
import { rateLimitOperators } from './operators/rate-limit.ts';
import { renameOperators } from './operators/rename.ts';
import { requiredOperators } from './operators/required.ts';
import { responseOperators } from './operators/response.ts';
import { securityOperators } from './operators/security.ts';
import { serializationOperators } from './operators/serialization.ts';
import { serverOperators } from './operators/server.ts';
import { typeOperators } from './operators/type.ts';
import { variantOperators } from './operators/variant.ts';

/** Every operator. */
export const operators: readonly Operator[] = [
  ...requiredOperators,
  ...typeOperators,
  ...enumerationOperators,
  ...variantOperators,
  ...limitOperators,
  ...opennessOperators,
  ...renameOperators,
  ...responseOperators,
  ...mediaTypeOperators,
  ...securityOperators,
  ...serializationOperators,
  ...serverOperators,
  ...rateLimitOperators,
];
