/** `SL` of `SRE laptop`, `RE` of `release`; a question mark where a name has no letters. */
export function initialsOf(name: string): string {
  const [first, second] = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  if (first === undefined) return '?'
  const letters = second === undefined ? [...first].slice(0, 2) : [[...first][0], [...second][0]]
  return letters.join('').toUpperCase()
}
