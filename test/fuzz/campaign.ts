import { byFile } from '../shared/changes/history/file-parcel.ts'
import { neverDone } from '../shared/changes/history/fuzz.ts'
import { runHistory } from '../shared/changes/history/run-history.ts'
import { emptyTally } from '../shared/changes/history/tally.ts'
import { emptyMutationTally, neverHappened, playMutation } from '../shared/file/mutated/play-mutation.ts'

/** What can be played by the million: something that a seed decides altogether, and that throws where a promise is broken. */
export interface Campaign {
  /** Plays one seed, and adds what happened to `counts`. */
  readonly play: (seed: number) => void
  /** What was done so far, by name. */
  readonly counts: Record<string, number>
}

export const campaignNames = ['histories', 'mutations'] as const
export type CampaignName = (typeof campaignNames)[number]

export function createCampaign(name: CampaignName): Campaign {
  switch (name) {
    case 'histories': {
      const tally = emptyTally()
      return { counts: tally, play: (seed) => void runHistory({ seed, pack: byFile, tally }) }
    }
    case 'mutations': {
      const tally = emptyMutationTally()
      return { counts: tally, play: (seed) => playMutation({ seed, tally }) }
    }
  }
}

/** What a campaign should have done and never did: one in which nothing happens passes too. */
export function missingFrom(name: CampaignName, counts: Readonly<Record<string, number>>): readonly string[] {
  switch (name) {
    case 'histories':
      return neverDone({ ...emptyTally(), ...counts }, 50_000)
    case 'mutations':
      return neverHappened({ ...emptyMutationTally(), ...counts })
  }
}
