/** A name as a line of text, of so many letters at most: whoever gave it to a file, a folder or a computer could write anything. */
export function plainName(name: string, most = 1024): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, most).toWellFormed()
}
