import type { components, operations } from '@octokit/openapi-types';

type Repository = components['schemas']['full-repository'];
type Answer = operations['repos/get']['responses'][200]['content']['application/json'];

export const nameOf = (answer: Answer): Repository['full_name'] => answer.full_name;
