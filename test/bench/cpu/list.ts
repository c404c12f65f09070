const users = Array.from({ length: 10 }, (_, index) => ({
  id: `3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f2${index}`,
  object: 'user',
  external_id: `5678${index}`,
  email: 'mary@example.com',
  first_name: 'Mary',
  last_name: null,
  custom_attributes: { plan: 'enterprise' },
  created_at: '2026-01-01T00:00:00Z',
}));

/** A page of users that is also a valid list, and a created object, for every other peer's vendor: all get the same bytes. */
export const list: object = {
  object: 'list',
  id: '3b9d6c1e-2a47-4f5d-8e10-9c7a5b4d3f21',
  title: 'Task assigned',
  recipients: [{ email: 'mary@example.com' }],
  total: users.length,
  page: 1,
  limit: 10,
  per_page: 10,
  current_page: 1,
  has_more: false,
  url: '/users',
  users,
  data: users,
};
