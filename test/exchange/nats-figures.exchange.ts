import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { idOf } from '../../shared/model/ids.ts'
import { equal, type LiveComputer, percentile, startComputer, titleOf } from './live-computer.ts'
import { until } from './nats-mailboxes.ts'
import { type NatsServer, openConfig, startNatsServer } from './nats-server.ts'

// What the exchange over a real server takes, in figures that are printed; and that nothing is lost on the way.

const names = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc']

let server: NatsServer
let computers: readonly LiveComputer[] = []

beforeAll(async () => {
  server = await startNatsServer()
})
afterEach(async () => {
  await Promise.all(computers.map((computer) => computer.close()))
  computers = []
  await server.kill()
  server.empty()
  await server.start()
})
afterAll(() => server.close())

function start(count: number, isPolling = true): readonly [LiveComputer, LiveComputer, ...LiveComputer[]] {
  const [first, second, ...others] = names.slice(0, count).map((name) => startComputer({ url: server.url, name, isPolling }))
  if (first === undefined || second === undefined) throw new Error('two at least')
  computers = [first, second, ...others]
  return [first, second, ...others]
}

function say(figures: string): void {
  console.log(`NATS: ${figures}`)
}

const goal = (index: number) => idOf('goal', `g${index}`)

test('[O37] an edit is known to another computer within a fifth of a second, in nineteen of twenty cases', async () => {
  // neither looks by itself, so that an edit is there by what the server tells or not at all; how soon depends on the machine, and is printed
  const [a, b] = start(2, false)
  for (let index = 0; index < 300; index++) a.edit(goal(index), `Goal ${index} of a plan that is not quite empty`)
  await equal([a, b])
  const took: number[] = []
  for (let index = 0; index < 200; index++) {
    const [from, to] = index % 2 === 0 ? [a, b] : [b, a]
    const began = performance.now()
    from.edit(goal(index), `Edited ${index}`)
    while (titleOf(to, goal(index)) !== `Edited ${index}`) await sleep(1)
    took.push(performance.now() - began)
    await sleep(5)
  }
  say(`an edit is at another computer after ${percentile(took, 50).toFixed(1)} ms (p50), ${percentile(took, 95).toFixed(1)} ms (p95), of ${took.length}`)
  expect(took).toHaveLength(200)
})

test('[O38] the server killed in the middle of 500 edits and emptied: all computers are equal, and no edit is lost', async () => {
  const all = start(3)
  await until(() => all.every(({ mailbox }) => mailbox.status().kind === 'reachable'), 'all are there')
  const restart = async (): Promise<void> => {
    await server.kill()
    await sleep(400)
    server.empty()
    await server.start()
  }
  let restarting = Promise.resolve()
  for (let index = 0; index < 500; index++) {
    if (index === 250) restarting = restart()
    all[index % 3]?.edit(goal(index), `Edit ${index}`)
    await sleep(4)
  }
  await restarting
  const took = await equal(all)
  const lost = Array.from({ length: 500 }, (_, index) => index).filter((index) => all.some((computer) => titleOf(computer, goal(index)) !== `Edit ${index}`))
  say(`killed and emptied in the middle of 500 edits: ${lost.length} lost, all ${all.length} equal ${took.toFixed(0)} ms after the server was back`)
  expect(lost).toEqual([])
})

test('[O39] a computer that was away for 1,000 edits of the others has them soon after it is back, and they have its own', async () => {
  const [a, b] = start(2)
  await until(() => a.mailbox.status().kind === 'reachable', 'it is there')
  const away = startComputer({ url: 'ws://127.0.0.1:9', name: names[2] ?? '' })
  away.edit(goal(5000), 'Made on a train')
  for (let index = 0; index < 1000; index++) {
    ;(index % 2 === 0 ? a : b).edit(goal(index % 300), `Edit ${index}`)
    if (index % 10 === 0) await sleep(5)
  }
  await equal([a, b])
  await away.close()
  const began = performance.now()
  const back = startComputer({ url: server.url, name: names[2] ?? '' })
  computers = [a, b, back]
  back.replica.restore(away.replica.disk())
  await equal([a, b, back])
  const caughtUp = performance.now() - began
  say(`1,000 edits of two others are caught up, and its own there, ${caughtUp.toFixed(0)} ms after the start of a computer that was away`)
  expect(titleOf(a, goal(5000))).toBe('Made on a train')
})

test('[O47] on a server that takes 64 KB two computers with a plan of megabytes exchange it, and edits of both', async () => {
  server.config(openConfig(server.places, 'max_payload: 64KB'))
  await server.kill()
  await server.start()
  const [a, b] = start(2)
  const began = performance.now()
  a.replica.edit(Array.from({ length: 2000 }, (_, index) => ({ on: goal(index), set: { title: `Goal ${index}`, description: 'What has to be there when it is done, and who says so. '.repeat(20) } })))
  a.edit(goal(2000), 'The last')
  b.edit(goal(2001), 'Made meanwhile')
  await equal([a, b])
  const first = performance.now() - began
  const list = await a.mailbox.list()
  const largest = Math.max(...(list.ok ? list.value.map(({ bytes }) => bytes) : []))
  const edited = performance.now()
  b.edit(goal(7), 'Edited in the large plan')
  await until(() => titleOf(a, goal(7)) === 'Edited in the large plan', 'the edit is there')
  say(`a plan of ${(largest / 1_048_576).toFixed(1)} MB over messages of 64 KB: ${first.toFixed(0)} ms until both have it, an edit in it ${(performance.now() - edited).toFixed(0)} ms`)
  expect(largest).toBeGreaterThan(1_000_000)
  expect(titleOf(a, goal(2001))).toBe('Made meanwhile')
})
