/**
 * Parts that few clients need: `@plumbline/runtime/features`. Generated code imports those that its operations or its credentials need,
 * so that a process loads them only with a client that has them.
 */
export { bytesBody } from './client/binary.ts';
export { listByCursor } from './client/cursor-pages.ts';
export { defineSelection } from './client/define-selection.ts';
export { formBody } from './client/form.ts';
export { listByLink } from './client/link-pages.ts';
export { multipartBody } from './client/multipart.ts';
export { parseBasic } from './client/parse-basic.ts';
export { readSpecial } from './client/read-special.ts';
export { readStreams } from './client/read-streams.ts';
export { writeParameters } from './client/write-parameters.ts';
export { basic, cookieKey, queryKey } from './policies/auth/key.ts';
export { securitySchemes } from './policies/auth/security-schemes.ts';
