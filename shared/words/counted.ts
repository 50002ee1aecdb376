/** `1 goal`, `2 goals`; for words that need no more than an s. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}
