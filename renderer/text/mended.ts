import { plural } from './plural.ts'

interface Mending {
  readonly keptAside: boolean
}

/** What is said when stored data was damaged and is whole again. */
export const mendedText = {
  whole: ({ keptAside }: Mending): string =>
    `What was stored of this plan had been damaged. It is restored from its second copy; nothing that was saved is missing.${aside(keptAside)}`,
  part: ({ keptAside }: Mending): string => `What was stored of this plan had been damaged, and so had its second copy: what both still held is here, but changes may be missing. Compare it with a backup.${aside(keptAside)}`,
  backups: 'Backups',
  understood: 'Understood',
  plans: (count: number): string => `The list of plans had been damaged: ${plural(count, 'plan is', 'plans are')} back in it. What a plan holds is looked at when it is opened.`,
} as const

function aside(isKept: boolean): string {
  return isKept ? ' The damaged data is kept.' : ''
}
