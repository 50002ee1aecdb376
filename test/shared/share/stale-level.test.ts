import { expect, test } from 'vitest'
import { portraitOf } from '../changes/portrait.ts'
import { lay } from './memory-mailbox.ts'
import { createTeam } from './share-team.ts'

const limits = [700, 4_000, 100_000]
const titled = (title: string) => [{ on: 'goal:a', set: { title } }] as const

test('[Z31] an old level that came back between a head and the plan file it builds on keeps nobody from reading that plan file', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa', { limits }), team.join('bbbbbbbbbb', { limits })]
  for (const member of [a, b, a, b]) await member.look()
  for (let index = 0; index < 8; index += 1) await a.write(titled(`Ship ${index}`))
  const old = team.place.texts.get('news/aaaaaaaaaa/1')?.text ?? ''
  expect(old).toContain('"level":1')
  // all is written whole again, and the level is not needed any more
  for (const name of ['plan/aaaaaaaaaa', 'news/aaaaaaaaaa/1']) team.place.texts.delete(name)
  await a.write(titled('Ship it'))
  expect([...team.place.texts.keys()]).not.toContain('news/aaaaaaaaaa/1')
  lay(team.place, 'news/aaaaaaaaaa/1', old)
  await b.look()
  expect(b.share().state().unread).toEqual([])
  expect(portraitOf(b.set())).toBe(portraitOf(a.set()))
})
