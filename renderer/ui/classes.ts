/** Takes class names, or nothing where a condition does not hold; returns the text for `className`. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
