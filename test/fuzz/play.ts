import { parentPort, workerData } from 'node:worker_threads'
import { createCampaign, type CampaignName } from './campaign.ts'

/** What a worker is told when it starts. */
export interface Orders {
  readonly campaign: CampaignName
  /** Where the worker writes which seed it plays, so that one that never ends can be named. */
  readonly playing: BigInt64Array<SharedArrayBuffer>
}

/** A range of seeds to play. */
export interface Portion {
  readonly from: number
  readonly count: number
}

/** What became of a portion. */
export type Report = { readonly ok: true; readonly played: number; readonly counts: Readonly<Record<string, number>> } | { readonly ok: false; readonly seed: number; readonly problem: string }

const { campaign: name, playing } = workerData as Orders // written in fuzz.ts
const campaign = createCampaign(name)

parentPort?.on('message', (portion: Portion) => parentPort?.postMessage(play(portion)))

function play({ from, count }: Portion): Report {
  const before = { ...campaign.counts }
  for (let seed = from; seed < from + count; seed += 1) {
    Atomics.store(playing, 0, BigInt(seed))
    try {
      campaign.play(seed)
    } catch (error) {
      return { ok: false, seed, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
  return { ok: true, played: count, counts: Object.fromEntries(Object.entries(campaign.counts).map(([key, value]) => [key, value - (before[key] ?? 0)])) }
}
