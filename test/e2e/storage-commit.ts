/** How many changes the commit of a number has while a page hammers: mostly an edit, now and then an import of several rows. */
export function sizeOfCommit(commit: number): number {
  return commit % 7 === 0 ? 600 : 1
}
