/** The name of a browser's error, which tells them apart: messages differ from one to the next. Nothing for what is none. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : ''
}
