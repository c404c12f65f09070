/** Whether a schema is of what is sent, which is held exactly, or of what is read, which is taken as it comes. */
export type Direction = 'request' | 'response';
