import { expect, test } from 'vitest'
import { finish, type Steps } from '../../../shared/changes/steps.ts'
import { beginShare, readShared } from '../../../shared/share/join-share.ts'
import { shareText } from '../../../shared/share/share-item.ts'
import { portraitOf } from '../changes/portrait.ts'
import { createMemoryMailbox, createMemoryPlace, lay } from './memory-mailbox.ts'
import { sharedPlanId } from './share-replica.ts'
import { createTeam, type Team } from './share-team.ts'

const run = async <T>(steps: Steps<T>): Promise<T> => finish(steps)
const shared = (team: Team): ReturnType<typeof readShared> => readShared({ mailbox: createMemoryMailbox(team.place), run })

async function sharedTeam(): Promise<Team> {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa'), team.join('bbbbbbbbbb')]
  await a.look()
  await b.write([{ on: 'goal:a', set: { title: 'Ship' } }])
  return team
}

test('[D37] whoever opens a mailbox learns which plan it holds, and gets a state of it to begin with', async () => {
  const team = await sharedTeam()
  const found = await shared(team)
  expect(found).toMatchObject({ kind: 'share', planId: sharedPlanId, title: 'Pipeline' })
  if (found.kind !== 'share' || found.set === null) throw new Error('nothing found')
  const c = team.join('cccccccccc', { set: found.set })
  await c.look()
  const b = team.join('dddddddddd')
  await b.look()
  expect(portraitOf(c.set())).toBe(portraitOf(b.set()))
})

test('[D38] where the item that says so is missing or half, any plan file says which plan it is', async () => {
  const team = await sharedTeam()
  lay(team.place, 'share', '{"format":"annual-plan-sh')
  expect(await shared(team)).toMatchObject({ kind: 'share', planId: sharedPlanId, title: '' })
  team.place.texts.delete('share')
  expect(await shared(team)).toMatchObject({ kind: 'share', planId: sharedPlanId })
  lay(team.place, 'plan/bbbbbbbbbb', '{"format":"annual-pl')
  expect(await shared(team)).toMatchObject({ kind: 'share', planId: sharedPlanId })
})

test('[D38] what is empty, not all there yet, newer or nothing of ours is told apart, and nothing is put', async () => {
  const team = createTeam()
  expect(await shared(team)).toEqual({ kind: 'empty' })
  lay(team.place, 'plan/bbbbbbbbbb', '{"format":"annual-pl')
  expect(await shared(team)).toEqual({ kind: 'unread', why: 'half' })
  lay(team.place, 'plan/bbbbbbbbbb', '{"format":"annual-plan","version":7}')
  expect(await shared(team)).toEqual({ kind: 'unread', why: 'newer' })
  lay(team.place, 'plan/bbbbbbbbbb', '{"shopping":[]}')
  expect(await shared(team)).toEqual({ kind: 'unread', why: 'refused' })
  lay(team.place, 'share', shareText({ planId: sharedPlanId, title: 'Pipeline' }))
  expect(await shared(team)).toEqual({ kind: 'share', planId: sharedPlanId, title: 'Pipeline', set: null })
  lay(team.place, 'share', shareText({ planId: sharedPlanId, title: 'Pipeline' }).replace('"version": 1', '"version": 2'))
  expect(await shared(team)).toEqual({ kind: 'unread', why: 'newer' })
  expect([...team.place.texts.keys()]).toEqual(['plan/bbbbbbbbbb', 'share'])
})

test('[D38] a text of somebody else’s where the one should be that says which plan it is makes it nothing of ours', async () => {
  const team = createTeam()
  lay(team.place, 'share', '{"hello":1}')
  expect(await shared(team)).toEqual({ kind: 'unread', why: 'refused' })
  lay(team.place, 'share', '{"format":"annual-plan-sh')
  expect(await shared(team)).toEqual({ kind: 'unread', why: 'half' })
})

test('[D39] a mailbox becomes the place of a plan where it holds none, or this one; any other is left as it is', async () => {
  const place = createMemoryPlace()
  const mailbox = createMemoryMailbox(place)
  const begin = (planId: `plan:${string}`): ReturnType<typeof beginShare> => beginShare({ mailbox, run, planId, title: 'Pipeline' })
  expect(await begin(sharedPlanId)).toEqual({ kind: 'begun' })
  expect(await begin(sharedPlanId)).toEqual({ kind: 'begun' })
  const before = [...place.texts]
  expect(await begin('plan:other')).toEqual({ kind: 'otherPlan', title: 'Pipeline' })
  expect([...place.texts]).toEqual(before)
  lay(place, 'share', shareText({ planId: sharedPlanId, title: '' }).replace('"version": 1', '"version": 2'))
  expect(await begin(sharedPlanId)).toEqual({ kind: 'unread', why: 'newer' })
})

test('[D39] a mailbox that cannot be reached says why', async () => {
  const mailbox = { ...createMemoryMailbox(createMemoryPlace()), list: async () => ({ ok: false, reason: 'refused' }) as const }
  expect(await readShared({ mailbox, run })).toEqual({ kind: 'out', reason: 'refused' })
  expect(await beginShare({ mailbox, run, planId: sharedPlanId, title: '' })).toEqual({ kind: 'out', reason: 'refused' })
})

test('[D40] the title that a share says is text like any other: cut where it is too long, and mended where a character is half', async () => {
  const place = createMemoryPlace()
  lay(place, 'share', shareText({ planId: sharedPlanId, title: `\ud800${'x'.repeat(1_000_000)}` }))
  const found = await readShared({ mailbox: createMemoryMailbox(place), run })
  expect(found.kind === 'share' ? [found.title.length, found.title.isWellFormed()] : found).toEqual([200, true])
  for (const text of ['[]', 'null', '{"format":"annual-plan-share","version":1}', '{"format":"annual-plan-share","version":1,"plan":"goal:a"}', 'x'.repeat(20_000)]) {
    lay(place, 'share', text)
    expect((await readShared({ mailbox: createMemoryMailbox(place), run })).kind).toBe('unread')
  }
})
