import { type KilledSaves, killedSaves } from '../../electron/killed-saves.ts'
import type { Campaign } from '../harness/figure.ts'

export const writer: Campaign = {
  name: 'writer',
  about: 'A process that saves a file without end is killed: the file is the one before or the one after, and the next start leaves nothing beside it.',
  unit: 'kills',
  rounds: 500,
  run: async ({ rounds }) => {
    const saves = await killedSaves({ rounds })
    const plainly = rounds < 10 ? null : await killedSaves({ rounds: Math.ceil(rounds / 8), how: 'plain' })
    const wrong = saves.torn + saves.missing + saves.leftoversAfterStart
    const broken = wrong === 0 ? [] : [`The atomic writer left ${inWords(saves)} (npm run faults -- writer --rounds ${rounds})`]
    return [{ what: 'a saving process killed', measured: inWords(saves), plain: plainly === null ? undefined : `fs.writeFile: ${inWords(plainly)}`, broken }]
  },
}

function inWords({ rounds, torn, missing, overwritten, leftovers, leftoversAfterStart }: KilledSaves): string {
  return `${rounds} kills (${overwritten} after a save): ${torn} torn, ${missing} missing, ${leftovers} files left beside, ${leftoversAfterStart} after the next start`
}
