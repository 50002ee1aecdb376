import { safeStem } from '../../words/safe-stem.ts'

const ending = '.planfolder'

/**
 * The name of a folder for a plan, made from one that holds anything, as a plan's title does. Where it is taken it has
 * a number after it. @param number counted from 1, which isn't written
 */
export function planFolderName({ name, number }: { readonly name: string; readonly number: number }): string {
  const bare = name.trim().toLowerCase().endsWith(ending) ? name.trim().slice(0, -ending.length) : name
  return `${safeStem({ name: bare, empty: 'plan' })}${number === 1 ? '' : ` ${number}`}${ending}`
}

/** Whether a folder says by its name that a plan is shared in it. */
export function isPlanFolderName(name: string): boolean {
  return name.toLowerCase().endsWith(ending)
}

/** Of the names in a place those of folders in which a plan may be shared already: the one it would get first, then the shortest, since a copy is called longer. */
export function planFolderNames({ names, suggestedName }: { readonly names: readonly string[]; readonly suggestedName: string }): readonly string[] {
  const likely = planFolderName({ name: suggestedName, number: 1 })
  return names.filter(isPlanFolderName).toSorted((a, b) => Number(b === likely) - Number(a === likely) || a.length - b.length || (a < b ? -1 : 1))
}
