import { plural } from './plural.ts'

interface Mending {
  readonly commits: number
  readonly keptAside: boolean
}

/** What is said when stored data was damaged and is whole again. */
export const mendedText = {
  whole: ({ commits, keptAside }: Mending): string =>
    `What was stored of this plan had been damaged, and is restored from its second copy: ${commits === 0 ? 'nothing is missing' : `${plural(commits, 'saved change is', 'saved changes are')} back, and nothing is missing`}.${aside(keptAside)}`,
  part: ({ keptAside }: Mending): string => `What was stored of this plan had been damaged, and so had its second copy: what both still held is here, but changes may be missing. Compare it with a backup.${aside(keptAside)}`,
  backups: 'Backups',
  understood: 'Understood',
  plans: (count: number): string => `The list of plans had been damaged: ${plural(count, 'plan is', 'plans are')} back in it, from the second copy. Nothing is missing.`,
} as const

function aside(isKept: boolean): string {
  return isKept ? ' The damaged data is kept.' : ''
}
