/** Whether a pasted text is long enough to be a page rather than a word that went astray. */
export function isPageLike(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return text.trim().length >= 200 || lines.length >= 6
}
