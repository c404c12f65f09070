/** Where an operation has its sample and its page: `notifications/markAsRead` is at `notifications/mark-as-read`. */
export function operationPath(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
