import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addedChanges } from '../../../shared/changes/added-changes.ts'
import { addChanges, changesOf, foldChanges, uniteChangeSets } from '../../../shared/changes/fold.ts'
import { removeChanges, rewriteChanges } from '../../../shared/changes/remove-changes.ts'
import { nameOf, oraclePortrait, writtenBy } from './oracle.ts'
import { portraitOf } from './portrait.ts'
import { anyChanges, anySet } from './tiny-domain.ts'

describe('taking changes out', () => {
  test('[C104] what is left is what the others fold to, and what is known goes back with them', () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, (all, some) => {
        const gone = new Set(writtenBy(some).map(nameOf))
        const left = writtenBy(all).filter((cell) => !gone.has(nameOf(cell)))
        expect(portraitOf(removeChanges(foldChanges(all), some).set)).toBe(oraclePortrait(left))
      }),
    )
  })

  test('[C104] taking out what was never in gives the very same set', () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, (all, some) => {
        const names = new Set(writtenBy(all).map(nameOf))
        const set = foldChanges(all)
        const others = writtenBy(some).filter((cell) => !names.has(nameOf(cell))).map(({ at, on, field, value }) => ({ at, on: on as 'goal:a', set: { [field]: value } }))
        expect(removeChanges(set, others).set).toBe(set)
      }),
    )
  })

  test('[C104] each record that changed is told, with what it was before', () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, anyChanges, (all, without, changes) => {
        const before = foldChanges(all)
        const { set, touched } = rewriteChanges(before, { without, changes })
        for (const id of ['goal:a', 'goal:b', 'note:c'] as const) {
          const [was, is] = [[...before.records.shards].map((shard) => shard.get(id)).find(Boolean), [...set.records.shards].map((shard) => shard.get(id)).find(Boolean)]
          expect(touched.has(id) ? touched.get(id) : is).toBe(was)
        }
      }),
    )
  })

  test('[C108] what a merge brought is exactly the changes that were not there, and taking them out gives what was', () => {
    fc.assert(
      fc.property(anySet, anySet, (mine, theirs) => {
        const { set, touched } = uniteChangeSets(mine, theirs)
        const added = addedChanges({ before: mine, after: set, touched: touched.keys() })
        const [here, there] = [mine, theirs].map((each) => new Set(writtenBy(changesOf(each)).map(nameOf)))
        expect(writtenBy(added).map(nameOf).toSorted()).toEqual([...(there ?? [])].filter((name) => !(here?.has(name) ?? false)).toSorted())
        expect(portraitOf(removeChanges(set, added).set)).toBe(portraitOf(mine))
        expect(portraitOf(addChanges(mine, added).set)).toBe(portraitOf(set))
      }),
    )
  })
})
