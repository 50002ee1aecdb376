/**
 * Moves labels apart that would lie over each other, as little as it takes, within a height.
 * @param wanted where each would stand, from the top down
 * @param gap the least distance of two
 */
export function spreadLabels({ wanted, gap, from, to }: { readonly wanted: readonly number[]; readonly gap: number; readonly from: number; readonly to: number }): readonly number[] {
  const places: number[] = []
  for (const place of wanted) places.push(Math.max(place, (places.at(-1) ?? from - gap) + gap))
  // what was pushed out at the bottom pushes back
  let below = to + gap
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const place = Math.min(places[index] ?? 0, below - gap)
    places[index] = place
    below = place
  }
  return places
}
