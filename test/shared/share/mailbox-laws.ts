import { expect, test } from 'vitest'
import { byteLength } from '../../../shared/file/byte-length.ts'
import { asideName, newsLevels, formatItemName } from '../../../shared/share/item-name.ts'
import type { Mailbox, Mailed, MailFailure, MailItem } from '../../../shared/share/mailbox.ts'

/** A mailbox to try out, and what lies beside its items. */
export interface MailboxOnTrial {
  readonly mailbox: Mailbox
  /** Another computer's way into the same place; what one puts the other has after `settle`. */
  readonly other: Mailbox
  readonly settle?: () => Promise<void>
  /** Lays something into the place that isn't ours, where that can be. */
  readonly layForeign?: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface MailboxLaws {
  /** What is on trial, for the names of the tests: `memory`. */
  readonly title: string
  readonly open: () => Promise<MailboxOnTrial>
  /** How long its watch may take to tell. */
  readonly watchMs?: number
}

const name = formatItemName({ kind: 'plan', replica: 'k3f09ab2c1' })
const texts = ['', ' ', '{}\n', '"Ç – 漢字 🜂 e\u0301"', '\u2028\u0000', 'a\r\nb\rc\n', `"${'x'.repeat(20_000)}"`]

/** What every mailbox has to do when nothing goes wrong; declares the tests of one. */
export function testMailboxLaws({ title, open, watchMs = 5_000 }: MailboxLaws): void {
  const trial = (law: string, run: (trial: MailboxOnTrial) => Promise<void>): void => {
    test(`[D3] ${title}: ${law}`, async () => {
      expect.hasAssertions()
      const opened = await open()
      try {
        await run(opened)
      } finally {
        await opened.close()
      }
    })
  }

  trial('an empty one lists nothing, and has no text under any name', async ({ mailbox }) => {
    expect(valueOf(await mailbox.list())).toEqual([])
    expect(valueOf(await mailbox.get(name))).toBe(null)
    expect(mailbox.status()).toEqual({ kind: 'reachable' })
  })

  trial('what was put is got, byte for byte, also by another computer', async ({ mailbox, other, settle }) => {
    for (const text of texts) {
      await mailbox.put(name, text)
      await settle?.()
      expect(valueOf(await mailbox.get(name))).toBe(text)
      expect(valueOf(await other.get(name))).toBe(text)
    }
  })

  trial('the list tells name, version and bytes of what was put, as putting it told', async ({ mailbox }) => {
    const put = [valueOf(await mailbox.put('share', '"Ç"')), valueOf(await mailbox.put(name, 'abc'))]
    expect(valueOf(await mailbox.list()).toSorted((a, b) => (a.name < b.name ? 1 : -1))).toEqual(put)
    expect(put.map(({ bytes }) => bytes)).toEqual([4, 3])
  })

  trial('another text has another version, though it be as long; what nobody wrote keeps its own', async ({ mailbox }) => {
    const versions: string[] = []
    for (const text of ['one', 'two', 'one', '1234567']) versions.push(valueOf(await mailbox.put(name, text)).version)
    expect(versions[1]).not.toBe(versions[0])
    expect(versions[2]).not.toBe(versions[1])
    expect(versions[3]).not.toBe(versions[2])
    const first = valueOf(await mailbox.list())
    expect(valueOf(await mailbox.list())).toEqual(first)
    expect(first.map(({ version }) => version)).toEqual([versions[3]])
  })

  trial('every kind of item has a place, and no two share one', async ({ mailbox }) => {
    const replicas = ['k3f09ab2c1', '0000000000']
    const names = [
      'share',
      formatItemName({ kind: 'snapshot', key: 'ab'.repeat(32) }),
      ...['{}', '{ }'].map((text) => asideName({ replica: 'k3f09ab2c1', text })),
      ...replicas.flatMap((replica) => [formatItemName({ kind: 'plan', replica }), ...Array.from({ length: newsLevels }, (_, level) => formatItemName({ kind: 'news', replica, level }))]),
    ]
    for (const each of names) await mailbox.put(each, `{"of":"${each}"}`)
    for (const each of names) expect(valueOf(await mailbox.get(each))).toBe(`{"of":"${each}"}`)
    expect(valueOf(await mailbox.list()).map((item) => item.name).toSorted()).toEqual(names.toSorted())
  })

  trial('a text of five megabytes is put and got', async ({ mailbox, other, settle }) => {
    const text = `"${'漢字 and goals\\n'.repeat(300_000)}"`
    expect(valueOf(await mailbox.put(name, text)).bytes).toBe(byteLength(text))
    await settle?.()
    expect(valueOf(await other.get(name)) === text).toBe(true)
  })

  trial('what is put at once is all there, and of two texts under one name one is whole', async ({ mailbox, other, settle }) => {
    const many = Array.from({ length: 20 }, (_, index) => formatItemName({ kind: 'plan', replica: String(index).padStart(10, '0') }))
    await Promise.all(many.map((each) => mailbox.put(each, each)))
    for (const each of many) expect(valueOf(await mailbox.get(each))).toBe(each)
    const [a, b] = ['a'.repeat(100_000), 'b'.repeat(90_000)]
    await Promise.all([mailbox.put(name, a), mailbox.put(name, b)])
    await settle?.()
    expect([a, b]).toContain(valueOf(await other.get(name)))
  })

  trial('what lies there as another than was seen stays, and what was seen, put or gone is replaced', async ({ mailbox, other, settle }) => {
    const put = async (text: string, known: MailItem | null): Promise<MailItem | MailFailure> => {
      const answer = await mailbox.put(name, text, known)
      return answer.ok ? answer.value : answer.reason
    }
    const first = valueOf(await mailbox.put(name, 'one', null))
    expect(await put('none was seen', null)).toBe('changed')
    const second = valueOf(await mailbox.put(name, 'second', first))
    expect(await put('before the second', first)).toBe('changed')
    await other.put(name, 'by another')
    await settle?.()
    await expect.poll(async () => valueOf(await mailbox.list()).map(({ version }) => version)).not.toEqual([second.version])
    expect(await put('before the other', second)).toBe('changed')
    expect(valueOf(await mailbox.get(name))).toBe('by another')
    const [seen] = valueOf(await mailbox.list())
    expect(valueOf(await mailbox.put(name, 'after the other', seen)).bytes).toBe(15)
  })

  trial('it tells whoever watches when another computer puts something, until they stop', async ({ mailbox, other, settle }) => {
    let stop = (): void => {}
    const told = new Promise<boolean>((resolve) => {
      stop = mailbox.watch(() => resolve(true))
      setTimeout(resolve, watchMs, false)
    })
    await mailbox.list()
    await other.put(name, 'news')
    await settle?.()
    expect(await told).toBe(true)
    stop()
  })

  trial('what is none of ours is in no way', async ({ mailbox, layForeign }) => {
    await mailbox.put(name, 'ours')
    await layForeign?.()
    expect(valueOf(await mailbox.list()).filter((item) => !item.name.startsWith('stray/')).map((item) => item.name)).toEqual([name])
    expect(valueOf(await mailbox.get(name))).toBe('ours')
  })

  trial('a name that is none of ours has no text, and nothing is put under it', async ({ mailbox }) => {
    for (const wrong of ['', '../plan', 'plan/../../x', 'plan/K3F09AB2C1', 'news/k3f09ab2c1/9', '__proto__', 'snapshot/', `plan/${'a'.repeat(11)}`]) {
      const got = await mailbox.get(wrong)
      expect(got.ok ? got.value : null).toBe(null)
      expect((await mailbox.put(wrong, 'x')).ok).toBe(false)
    }
    expect(valueOf(await mailbox.list())).toEqual([])
  })
}

function valueOf<T>(mailed: Mailed<T>): T {
  if (!mailed.ok) throw new Error(`the mailbox gave nothing: ${mailed.reason}`)
  return mailed.value
}
