import type { Mutant } from './mutants.ts'

const scenes = 'test/shared/share/exchange.test.ts'

/** Mistakes in the exchange of a shared plan. Each is also found by a kept seed of the histories of shares. */
export const shareMutants: readonly Mutant[] = [
  {
    name: 'gap-passed-over',
    mistake: 'News are taken in though something between them and what is known here is missing.',
    file: 'shared/share/taker.ts',
    from: "if (item.kind === 'news' && !isCovered(knows, item.parcel.from)) return 'gap'",
    to: '',
    killedBy: { file: scenes, test: '[D15] news that build on something that has not come yet wait for it, and are not read again and again meanwhile' },
  },
  {
    name: 'not-refilled',
    mistake: 'Own items that are gone from the mailbox are not put again.',
    file: 'shared/share/own-items.ts',
    from: 'if (level === planLevel || level === 0 || own.items.has(level)) lost.push(level)',
    to: '',
    killedBy: { file: scenes, test: '[D19] an emptied mailbox is filled again by whoever looks' },
  },
  {
    name: 'conflicts-cut-out',
    mistake: 'News are told by their stamps, so that conflicts with an edit that was known before stay behind.',
    file: 'shared/share/changes-between.ts',
    from: 'for (const { record, added } of recordsBetween(between)) {',
    to: 'for (const { record, added: all } of recordsBetween(between)) {\n    const added = all.filter(({ at }) => !isKnown({ knows: between.before.knows, stamp: at }))\n    if (added.length === 0) continue',
    killedBy: { file: scenes, test: '[D18] a conflict travels with the edit that raised it, though it bears the stamp of one that was known long before' },
  },
  {
    name: 'not-compared',
    mistake: 'Whoever knows the same stamps is taken to hold the same.',
    file: 'shared/share/incoming.ts',
    from: 'if (head === undefined) return',
    to: 'if (head === undefined || heads.size > 0) return',
    killedBy: { file: scenes, test: '[D17] whoever knows the same and holds something else is read whole: a conflict that only one has found reaches all' },
  },
  {
    name: 'handed-out-unsafe',
    mistake: 'What is not on the disk yet is handed out.',
    file: 'shared/share/create-share.ts',
    from: 'plan.isSafe() && ',
    to: '',
    killedBy: { file: scenes, test: '[D8] only what is on the disk is handed out' },
  },
  {
    name: 'own-name-trusted',
    mistake: 'What lies under the own name is taken for what was put.',
    file: 'shared/share/own-items.ts',
    from: 'if (own.ends !== null && isAsPut(level, item)) {',
    to: 'if (own.ends !== null) {',
    killedBy: { file: scenes, test: '[D20] what somebody else put under the name of a replica is taken in, and what was there is put again' },
  },
]
