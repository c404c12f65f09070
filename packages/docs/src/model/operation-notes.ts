/** A sentence about an operation, in Markdown, and the guide that says more. */
export interface OperationNote {
  readonly text: string;
  /** The name of the guide's file, without `.md`. */
  readonly guide: string;
}

/** What a package offers for an operation beside its method, by `vendor/operationId`. The page of the operation shows it. */
export const operationNotes: Readonly<Record<string, OperationNote>> = {
  'magicbell/imports/create': {
    text: '`imports.wait(id)` waits until the import is processed, and resolves with it.',
    guide: 'retries',
  },
  'mx-audience/audiences/listMembers': {
    text: '`readMemberRows` of `@plumbline/mx-audience` reads a CSV response row by row, in constant memory.',
    guide: 'csv',
  },
};
