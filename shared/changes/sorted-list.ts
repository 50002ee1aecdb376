/**
 * Where an item stands in a sorted list, or would stand: the first place that isn't before it.
 * @param isBefore whether a member of the list stands before the item
 */
export function placeInSorted<T>(list: readonly T[], isBefore: (member: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const member = list[middle]
    if (member !== undefined && isBefore(member)) low = middle + 1
    else high = middle
  }
  return low
}
