import { afterAll, beforeAll, expect, test } from 'vitest'
import { fuzzPlan } from '../shared/changes/history/fuzz.ts'
import { neverHappened, playShareHistories } from '../shared/share/conformance.ts'
import { testMailboxLaws } from '../shared/share/mailbox-laws.ts'
import { stranger } from './nats-mailboxes.ts'
import { createNatsPlace } from './nats-place.ts'
import { type NatsServer, startNatsServer } from './nats-server.ts'

// What every mailbox has to do, and whatever may happen to one, on a real server that is killed and emptied in between.

let server: NatsServer
let plans = 0

beforeAll(async () => {
  server = await startNatsServer()
})
afterAll(() => server.close())

testMailboxLaws({
  title: 'NATS',
  open: async () => {
    plans += 1
    const key = `law-${plans}`
    const place = createNatsPlace({ server, plan: `plan:${key}` })
    const [mailbox, other] = [await place.open(), await place.open()]
    const layForeign = async (): Promise<void> => {
      const { connection, close } = await stranger(server.url)
      for (const name of ['notes', 'plan.K3F09AB2C1', 'news.k3f09ab2c1.9', 'plan.k3f09ab2c1.more']) connection.publish(`qd.${key}.item.${name}`, '{}')
      await connection.flush()
      await close()
    }
    return { mailbox, other, layForeign, ...(place.settle === undefined ? {} : { settle: place.settle }), close: place.close }
  },
})

const { runs, seed } = fuzzPlan(150)

test('[O29] on a server that is killed and emptied while people work, all computers hold the same in the end: every acknowledged edit, and every conflict once', { timeout: 300_000 }, async () => {
  const openPlace = async () => {
    plans += 1
    return createNatsPlace({ server, plan: `plan:history-${plans}` })
  }
  const tally = await playShareHistories({ title: 'shares on NATS', runs, seed, openPlace, computers: [3, 3], steps: 40 })
  // nobody lays files beside those of others on a server; what else is rare may miss in so few
  const rare = ['strays', 'gaps', 'renamed', 'equalStamps', 'restoredPlaces', 'heldBack']
  expect(neverHappened(tally, 100).filter((name) => !rare.includes(name))).toEqual([])
})
