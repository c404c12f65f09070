import { type BadDocument, fault } from './bad-document.ts';

const list = '#/paths/~1users/get';
const listed = `${list}/responses/200/content/application~1json`;
const events = 'paths/events.yaml#/~1events/get';
const logs = 'paths/pages.yaml#/~1logs/post';
const logged = `${logs}/responses/200/content/application~1json`;
const names = 'paths/pages.yaml#/~1names/get';
const paging = (operation: string) => `${operation}/x-pagination`;

/** A change of the `x-pagination` of an operation. */
function wrong(rule: string, operation: string, fields: Readonly<Record<string, unknown>>): BadDocument[] {
  return Object.entries(fields).map(([key, value]) => fault(rule, `${paging(operation)}/${key}`, value));
}

/** Lists whose pages are described wrongly. */
export const pagedBadDocuments: BadDocument[] = [
  fault('plumbline/page-examples', `${listed}/examples/empty`, undefined, `${listed}/examples`),
  fault('plumbline/page-examples', `${logged}/examples/page1/value/result/next`, undefined, `${logged}/examples/page1`),
  {
    rule: 'plumbline/page-examples',
    change: {
      [`${logged}/examples/page2/value/result/next`]: 'c3',
      [`${logged}/examples/page2/value/more`]: true,
    },
    at: [`${logged}/examples/page2`],
  },

  ...wrong('plumbline/pagination', list, {
    offset: 'start',
    limit: 'count',
    items: 'users',
    key: 'total',
    total: 'data.total',
    more: 'more',
  }),
  ...wrong('plumbline/pagination', events, { page: 'X-Version', key: 'id', pages: 'count' }),
  ...wrong('plumbline/pagination', logs, {
    cursor: 'cursor',
    limit: 'size',
    items: '/result/names',
    key: 'name',
    more: '/result/more',
    total: 'total',
  }),
  {
    rule: 'plumbline/pagination',
    change: { [`${paging(logs)}/next`]: '/next', [`${logged}/examples/page1/value/next`]: 'c2' },
    at: [`${paging(logs)}/next`],
  },
  fault('plumbline/pagination', `${paging(logs)}/next`, undefined, `${paging(logs)}/style`),
  ...wrong('plumbline/pagination', names, { items: 'names', total: 'total' }),

  ...wrong('struct', list, { style: 'keyset', page: 'from', cursor: 'from', last: 'id', key: false }),
  fault('struct', `${paging(list)}/items`, undefined, paging(list)),
  ...wrong('struct', logs, { last: 'id', pages: '/result/total', size: 10, offset: 'limit' }),
  fault('struct', `${paging(logs)}/cursor`, undefined, paging(logs)),
  fault('struct', `${paging(logs)}/x-evidence/source`, undefined, `${paging(logs)}/x-evidence`),
  ...wrong('struct', names, { last: 'id', size: 5 }),
];
