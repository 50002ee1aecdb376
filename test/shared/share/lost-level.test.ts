import { expect, test } from 'vitest'
import { portraitOf } from '../changes/portrait.ts'
import { lay } from './memory-mailbox.ts'
import { createTeam } from './share-team.ts'

const limits = [700, 4_000, 100_000]
const titled = (title: string) => [{ on: 'goal:a', set: { title } }] as const

test('[Z30] an item that is gone is put again also where a look in between could put nothing, since the head could not be read', async () => {
  const team = createTeam()
  const [a, b] = [team.join('aaaaaaaaaa', { limits }), team.join('bbbbbbbbbb', { limits })]
  for (let index = 0; index < 8; index += 1) await a.write(titled(`Ship ${index}`))
  const head = team.place.texts.get('news/aaaaaaaaaa/0')?.text ?? ''
  expect(team.place.texts.delete('news/aaaaaaaaaa/1')).toBe(true)
  lay(team.place, 'news/aaaaaaaaaa/0', head.slice(0, 100))
  await a.look()
  lay(team.place, 'news/aaaaaaaaaa/0', head)
  await a.look()
  await b.look()
  expect(b.share().state().unread).toEqual([])
  expect(portraitOf(b.set())).toBe(portraitOf(a.set()))
})
