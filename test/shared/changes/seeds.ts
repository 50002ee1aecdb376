/**
 * Seeds of histories that are played in every run, each with the mistakes that break it (`test/house/mutants.ts`, where
 * each is made on purpose). A seed tells another history when the steps or their order change; then a test of the house
 * says which mistake is found no more, and one looks for a seed that it breaks again.
 */
export const keptSeeds: readonly { readonly seed: number; readonly brokenBy: readonly string[] }[] = [
  { seed: 1, brokenBy: ['earliest-wins', 'no-tie-break', 'file-always-wins', 'knows-not-advanced', 'clock-alone', 'withdrawal-keeps-a-cell'] },
  { seed: 4, brokenBy: ['unknown-dropped', 'conflict-on-repeat', 'conflict-by-side'] },
  { seed: 6, brokenBy: ['members-lost'] },
  { seed: 7, brokenBy: ['withdrawal-still-known', 'conflict-left-behind'] },
  { seed: 13, brokenBy: ['clock-not-resumed', 'undo-of-others'] },
  { seed: 61, brokenBy: ['first-replaced', 'known-all-along'] },
  { seed: 65, brokenBy: ['old-stamps-again'] },
  { seed: 88, brokenBy: ['changed-back-stays'] },
  { seed: 167, brokenBy: ['looked-at-only'] },
  { seed: 274, brokenBy: ['conflict-goes-with-merge'] },
  { seed: 23_041, brokenBy: ['hidden-conflict'] },
  { seed: 900_040, brokenBy: ['left-over'] },
  { seed: 685_767_115, brokenBy: ['typed-since-undone'] },
  { seed: 699_983_747, brokenBy: ['link-by-stamp-alone'] },
  { seed: 5_000_045_400, brokenBy: ['done-again-for-less'] },
  { seed: 6_000_021_184, brokenBy: ['done-again-over-a-gap'] },
]
