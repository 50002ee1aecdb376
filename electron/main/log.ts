/**
 * One line on standard error. It carries what happened and ids, codes and counts; never a title, a name, a path or
 * anything else a person wrote.
 */
export function log(event: string, facts: Readonly<Record<string, string | number | boolean>> = {}): void {
  console.error(JSON.stringify({ event, ...facts }))
}

/** What may be logged of an error: its code, or the name of its class. Messages can hold paths and titles. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
