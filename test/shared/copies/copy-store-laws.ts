import { forgottenName, maxCopyBytes } from '../../../shared/copies/copy-limits.ts'
import type { Copied, CopyFailure, CopyPlace, CopyStore } from '../../../shared/copies/copy-store.ts'

/**
 * What holds of every store of copies: in memory, on a disk, in a browser. Each law is given a store with nothing in it
 * and throws if it doesn't hold. Nothing of Node or of the test runner is used, so that a page can run them too.
 */
export interface CopyStoreLaw {
  readonly name: string
  readonly holds: (store: CopyStore) => Promise<void>
}

const journal: CopyPlace = { folder: 'plan-a', name: 'journal-0.log' }
const badFolders = ['', '.', '..', 'plan-', 'plan-A', 'plan-a/b', 'plan-a\\b', 'other', 'library/..', '../library']
const badNames = ['', '.', '..', '.log', '../a', 'a/b', 'a\\b', 'A.log', 'a:b', 'a\n', 'a\0', 'a'.repeat(121)]
const texts = ['', 'a', '\n', 'a\r\nb\rc\n', '\uFEFFmark', 'Übersicht 計画 👩‍👩‍👧', '\0\u0001\u2028', '{"a":"\\ud800"}', 'long '.repeat(50_000)]

export const copyStoreLaws: readonly CopyStoreLaw[] = [
  {
    name: 'a store with nothing in it has no folders, no files, and nothing to read; removing is done',
    async holds(store) {
      same(await store.folders(), done([]))
      same(await store.list('plan-a'), done([]))
      same(await store.read(journal), done(null))
      same(await store.read({ ...journal, lastBytes: 8 }), done(null))
      same(await store.remove(journal), done(undefined))
      same(await store.folders(), done([]))
    },
  },
  {
    name: 'what was written is read, letter by letter',
    async holds(store) {
      for (const text of texts) {
        same(await store.write({ ...journal, text }), done(undefined))
        same(await store.read(journal), done(text))
      }
    },
  },
  {
    name: 'what was added is read after what was there, letter by letter',
    async holds(store) {
      for (const text of texts) same(await store.append({ ...journal, text }), done(undefined))
      same(await store.read(journal), done(texts.join('')))
      same(await store.write({ ...journal, text: 'anew' }), done(undefined))
      same(await store.append({ ...journal, text: ' and on' }), done(undefined))
      same(await store.read(journal), done('anew and on'))
    },
  },
  {
    name: 'of changes asked for at once none is lost, torn or out of order',
    async holds(store) {
      const lines = Array.from({ length: 40 }, (_, at) => `\n${at} ${'x'.repeat((at * 997) % 5000)}\n`)
      const other = { ...journal, name: 'journal-1.log' }
      const answers = await Promise.all([
        store.append({ ...journal, text: 'before' }),
        store.write({ ...journal, text: 'start' }),
        ...lines.flatMap((text) => [store.append({ ...journal, text }), store.append({ ...other, text: text.toUpperCase() })]),
      ])
      same(answers, answers.map(() => done(undefined)))
      same(await store.read(journal), done(`start${lines.join('')}`))
      same(await store.read(other), done(lines.join('').toUpperCase()))
      await Promise.all([store.remove(journal), store.append({ ...journal, text: 'after' })])
      same(await store.read(journal), done('after'))
    },
  },
  {
    name: 'the last bytes of a file are read, of a short file all',
    async holds(store) {
      await store.write({ ...journal, text: 'first\nlast' })
      same(await store.read({ ...journal, lastBytes: 4 }), done('last'))
      same(await store.read({ ...journal, lastBytes: 10 }), done('first\nlast'))
      same(await store.read({ ...journal, lastBytes: 1000 }), done('first\nlast'))
      await store.write({ ...journal, text: '計画 end' })
      const cut = await store.read({ ...journal, lastBytes: 8 }) // begins within the second letter
      same([cut.ok, cut.ok && cut.value?.endsWith(' end'), cut.ok && cut.value?.includes('計')], [true, true, false])
    },
  },
  {
    name: 'folders and files are listed, with how many bytes they have, and each folder has its own',
    async holds(store) {
      await store.write({ folder: 'library', name: 'list.json', text: '計' })
      await store.append({ folder: 'plan-a', name: 'journal-0.log', text: 'ab' })
      await store.append({ folder: 'plan-a', name: 'journal-1.log', text: '' })
      await store.write({ folder: 'plan-a+b_-9', name: 'journal-0.log', text: 'abc' })
      same(sorted(await store.folders()), ['library', 'plan-a', 'plan-a+b_-9'])
      same(await files(store, 'plan-a'), ['journal-0.log 2', 'journal-1.log 0'])
      same(await files(store, 'plan-a+b_-9'), ['journal-0.log 3'])
      same(await files(store, 'library'), ['list.json 3'])
      same(await files(store, 'plan-b'), [])
      same(await store.read({ folder: 'plan-a+b_-9', name: 'journal-0.log' }), done('abc'))
    },
  },
  {
    name: 'what was removed is gone, and nothing else',
    async holds(store) {
      const other = { ...journal, name: 'journal-1.log' }
      await store.write({ ...journal, text: 'a' })
      await store.write({ ...other, text: 'b' })
      same(await store.remove(journal), done(undefined))
      same(await store.remove(journal), done(undefined))
      same([await store.read(journal), await store.read(other)], [done(null), done('b')])
      same(await files(store, 'plan-a'), ['journal-1.log 1'])
    },
  },
  {
    name: 'a name that is none of copies is refused, and nothing comes of it',
    async holds(store) {
      const places = [...badFolders.map((folder) => ({ ...journal, folder })), ...badNames.map((name) => ({ ...journal, name }))]
      for (const place of places) {
        const calls = [store.read(place), store.append({ ...place, text: 'a' }), store.write({ ...place, text: 'a' }), store.remove(place)]
        same([place, await Promise.all(calls)], [place, calls.map(() => refused('failed'))])
      }
      for (const folder of badFolders) same([folder, await store.list(folder)], [folder, refused('failed')])
      same(await store.folders(), done([]))
      same(await files(store, 'plan-a'), [])
    },
  },
  {
    name: 'a text that is too long is refused, and what was there stays',
    async holds(store) {
      await store.write({ ...journal, text: 'there' })
      const text = 'a'.repeat(maxCopyBytes + 1)
      same(await store.write({ ...journal, text }), refused('failed'))
      same(await store.append({ ...journal, text }), refused('failed'))
      same(await store.read(journal), done('there'))
    },
  },
  {
    name: 'of the backups of a folder three stay, and none is written otherwise or added to',
    async holds(store) {
      const backups = [0, 1, 2, 3].map((at) => ({ folder: 'plan-a', name: `backup-${at}.json` }))
      const [first, second, third, last] = backups as [CopyPlace, CopyPlace, CopyPlace, CopyPlace] // four were made
      await store.write({ folder: 'plan-b', name: 'backup-9.json', text: 'of another plan' })
      for (const place of backups) same(await store.write({ ...place, text: place.name }), done(undefined))
      same(await store.write({ ...first, text: first.name }), done(undefined)) // the same again is no change
      same(await store.write({ ...first, text: '' }), refused('denied'))
      same(await store.append({ ...first, text: 'more' }), refused('denied'))
      same(await store.read(first), done(first.name))
      const answers = await Promise.all([store.remove(first), store.remove(second)])
      same(answers, [done(undefined), refused('denied')])
      for (const place of [second, third, last]) same(await store.remove(place), refused('denied'))
      same(await store.remove({ ...first, name: 'backup-none.json' }), done(undefined))
      same(await files(store, 'plan-a'), [second, third, last].map(({ name }) => `${name} 13`))
    },
  },
  {
    name: 'of a folder that is forgotten all may go, but not while it has a journal',
    async holds(store) {
      const [backup, mark, rows] = ['backup-0.json', forgottenName, 'journal-0.log'].map((name) => ({ folder: 'plan-a', name })) as [CopyPlace, CopyPlace, CopyPlace] // three names
      for (const place of [backup, mark, rows]) await store.write({ ...place, text: 'there' })
      same(await store.remove(backup), refused('denied'))
      for (const place of [rows, backup, mark]) same(await store.remove(place), done(undefined))
      same(await files(store, 'plan-a'), [])
    },
  },
]

function done<T>(value: T): Copied<T> {
  return { ok: true, value }
}

function refused(reason: CopyFailure): Copied<never> {
  return { ok: false, reason }
}

function sorted(answer: Copied<readonly string[]>): unknown {
  return answer.ok ? answer.value.toSorted() : answer
}

/** What a folder holds, in an order of its own. */
async function files(store: CopyStore, folder: string): Promise<unknown> {
  const answer = await store.list(folder)
  return answer.ok ? answer.value.map(({ name, size }) => `${name} ${size}`).toSorted() : answer
}

/** Both are values without functions, so their JSON tells them apart; what a law says of long texts is cut short. */
function same(actual: unknown, expected: unknown): void {
  const [told, wanted] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (told !== wanted) throw new Error(`${told.slice(0, 400)} where ${wanted.slice(0, 400)} was expected`)
}
