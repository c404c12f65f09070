import assert from 'node:assert/strict';
// #region document
import { createSandbox } from '@plumbline/sandbox';

const schema = {
  type: 'object',
  properties: { id: { type: 'string' }, title: { type: 'string' } },
};
const content = { 'application/json': { schema } };
const create = {
  operationId: 'tasks/create',
  requestBody: { content },
  responses: { 201: { content } },
};
const vendor = createSandbox({
  openapi: '3.1.1',
  paths: { '/tasks': { post: create } },
  'x-resources': { task: { path: '/tasks', keys: ['id'] } },
});

const response = await vendor.fetch('https://api.example/tasks', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ title: 'Call Mary' }),
});
console.log(await response.json()); // { id: 'task-1', title: 'Call Mary' }
// #endregion
assert.deepEqual(vendor.resources.task.all(), [
  { id: 'task-1', title: 'Call Mary' },
]);
