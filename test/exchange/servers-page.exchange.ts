import { DeliverPolicy, AckPolicy } from '@nats-io/jetstream'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { NatsMailbox } from '../../renderer/host/nats/nats-mailbox.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { ServerCredentials } from '../../shared/share/server/server-credentials.ts'
import { listed, openMailbox, stranger, until, valueOf } from './nats-mailboxes.ts'
import { type NatsServer, openConfig, startNatsServer } from './nats-server.ts'
import { configurationHere, configurationOfPage, makeCertificate } from './servers-page.ts'

// The configuration that build/servers.md gives administrators, on a real server.

const planA: PlanId = 'plan:V1StGXR8Z5'
const planB: PlanId = 'plan:Zx81Kq0_pL'
const users = { planner: 'change this: planner', reader: 'change this: reader', 'planner-of-the-other-plan': 'change this: other planner' } as const
const item = 'plan/abcdefghij'

let server: NatsServer
const open: NatsMailbox[] = []

beforeAll(async () => {
  server = await startNatsServer((places) => configurationHere({ places, certificate: null }))
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((mailbox) => mailbox.close()))
})
afterAll(() => server.close())

function mailboxOf(user: keyof typeof users, plan: PlanId, password: string = users[user]): NatsMailbox {
  const mailbox = openMailbox({ url: server.url, plan, credentials: { kind: 'password', user, password } })
  open.push(mailbox)
  return mailbox
}

test('[O40] with the configuration of the page a planner makes the stream, and reads and writes all that a plan needs', async () => {
  const [a, b] = [mailboxOf('planner', planA), mailboxOf('planner', planA)]
  const long = 'x'.repeat(3_000_000)
  for (const text of [long, 'short']) {
    valueOf(await a.put(item, text))
    await until(async () => valueOf(await b.get(item)) === text, 'the other has it')
  }
  a.presence.announce({ replica: 'aaaaaaaaaa', name: 'SRE laptop' })
  await until(() => b.presence.others().length === 1, 'the other sees who is there')
  const { manager, close } = await stranger(server.url, { user: 'planner', pass: users.planner })
  await until(async () => (await manager.streams.info('QD_V1StGXR8Z5')).state.messages === 1, 'parts were taken away')
  expect((await manager.streams.info('QD_V1StGXR8Z5')).config.max_msgs_per_subject).toBe(1)
  await close()
})

test('[O41] a reader reads, is told of what comes and is seen, and writes nothing', async () => {
  const [a, reader] = [mailboxOf('planner', planA), mailboxOf('reader', planA)]
  valueOf(await a.put(item, 'one'))
  await until(async () => (await listed(reader)).length > 0, 'the reader sees it')
  expect(valueOf(await reader.get(item))).toBe('one')
  expect(await reader.put(item, 'mine')).toEqual({ ok: false, reason: 'refused' })
  expect(await reader.put('plan/zzzzzzzzzz', 'x'.repeat(2_000_000))).toEqual({ ok: false, reason: 'refused' })
  expect(valueOf(await a.get(item))).toBe('one')
  expect(valueOf(await a.list())).toHaveLength(1)
  reader.presence.announce({ replica: 'bbbbbbbbbb', name: 'Release laptop' })
  await until(() => a.presence.others().length === 1, 'the reader is seen')
})

test('[O42] wrong credentials and none are refused in words, and not tried again and again', async () => {
  const nobody = openMailbox({ url: server.url, plan: planA })
  open.push(nobody)
  for (const mailbox of [mailboxOf('planner', planA, 'wrong'), nobody]) {
    expect(await mailbox.list()).toEqual({ ok: false, reason: 'refused' })
    expect(mailbox.status()).toEqual({ kind: 'out', reason: 'refused' })
  }
})

test('[O43] who may use one plan can’t read or write another, through the planner', async () => {
  valueOf(await mailboxOf('planner-of-the-other-plan', planB).put(item, 'of the other plan'))
  const intruder = mailboxOf('planner', planB)
  expect(await intruder.list()).toEqual({ ok: false, reason: 'refused' })
  expect(await intruder.get(item)).toEqual({ ok: false, reason: 'refused' })
  expect(await intruder.put(item, 'mine')).toEqual({ ok: false, reason: 'refused' })
})

test('[O43] nor with a program of their own: not by its names, and not by having texts delivered into it', async () => {
  const b = mailboxOf('planner-of-the-other-plan', planB)
  valueOf(await b.put(item, 'of the other plan'))
  const ours = mailboxOf('planner', planA)
  valueOf(await ours.put(item, 'of this plan'))
  const { connection, manager, close } = await stranger(server.url, { user: 'planner', pass: users.planner })
  const heard: string[] = []
  for (const subject of ['qd.Zx81Kq0_pL.>', '>', '$JS.>']) connection.subscribe(subject, { callback: (error, message) => void heard.push(error === null ? message.subject : 'refused') })
  connection.publish('qd.Zx81Kq0_pL.item.plan.abcdefghij', 'mine')
  await connection.flush()
  await sleep(100)
  expect(heard).toContain('refused')
  const attempts: readonly (() => Promise<unknown>)[] = [
    () => manager.streams.info('QD_Zx81Kq0_pL'),
    () => manager.direct.getMessage('QD_Zx81Kq0_pL', { last_by_subj: 'qd.Zx81Kq0_pL.item.plan.abcdefghij' }),
    () => manager.streams.purge('QD_Zx81Kq0_pL'),
    () => manager.streams.delete('QD_V1StGXR8Z5'),
    () => manager.streams.add({ name: 'QD_mine', subjects: ['qd.>'] }),
    () => manager.streams.list().next(),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/ermission|not found|stream|timeout/)
  // allowed by the permissions of one account, so the wall between accounts has to hold
  await manager.streams.purge('QD_V1StGXR8Z5')
  valueOf(await ours.put(item, 'of this plan'))
  await manager.consumers.add('QD_V1StGXR8Z5', { name: 'push', deliver_subject: 'qd.Zx81Kq0_pL.item.plan.abcdefghij', deliver_policy: DeliverPolicy.All, ack_policy: AckPolicy.None, filter_subject: 'qd.V1StGXR8Z5.item.>' })
  valueOf(await b.put('share', 'more of the other plan'))
  await sleep(500)
  expect(valueOf(await b.get(item))).toBe('of the other plan')
  expect(heard.filter((subject) => subject.includes('Zx81Kq0_pL'))).toEqual([])
  await close()
})

/** What a stream that is made under one plan's name with all subjects does to the other plan, on a server that is empty. */
async function otherPlanBeside(config: Parameters<typeof startNatsServer>[0], login: { readonly user?: string; readonly pass?: string }, credentials: ServerCredentials): Promise<readonly unknown[]> {
  const emptied = await startNatsServer(config)
  const { manager, close } = await stranger(emptied.url, login)
  await manager.streams.add({ name: 'QD_V1StGXR8Z5', subjects: ['qd.>'], allow_direct: true })
  const other = openMailbox({ url: emptied.url, plan: planB, credentials })
  const put = await other.put(item, 'of the other plan')
  const taken = await manager.direct.getMessage('QD_V1StGXR8Z5', { last_by_subj: 'qd.Zx81Kq0_pL.item.plan.abcdefghij' })
  await Promise.all([close(), other.close()])
  await emptied.close()
  return [put.ok, taken]
}

test('[O43] a stream made to take the other plan’s subjects takes nothing and hinders nobody; within one account it would', async () => {
  const credentials = { kind: 'password', user: 'planner-of-the-other-plan', password: users['planner-of-the-other-plan'] } as const
  expect(await otherPlanBeside((places) => configurationHere({ places, certificate: null }), { user: 'planner', pass: users.planner }, credentials)).toEqual([true, null])
  expect(await otherPlanBeside((places) => openConfig(places), {}, { kind: 'none' })).toEqual([false, null])
})

test('[O44] a page from elsewhere is turned away before it can try a password, and the planner’s own are not', async () => {
  const port = new URL(server.url).port
  const answerTo = (origin: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, headers: { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==', Origin: origin } })
      asked.on('response', (response) => resolve(response.statusCode ?? 0))
      asked.on('upgrade', (response, socket) => {
        socket.destroy()
        resolve(response.statusCode ?? 0)
      })
      asked.on('error', reject)
      asked.end()
    })
  expect(await Promise.all(['quarterdeck://app', 'http://127.0.0.1:4517', 'https://elsewhere.example', 'http://127.0.0.1:80', 'null'].map(answerTo))).toEqual([101, 101, 403, 403, 403])
})

test('[O45] over TLS with a certificate that the computer trusts it works, and with one that it doesn’t trust nothing is said to the server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-tls-'))
  const certificate = makeCertificate(folder)
  const secure = await startNatsServer((places) => configurationHere({ places, certificate }))
  expect(secure.url).toMatch(/^wss:/)
  const program = `import { openMailbox } from ${JSON.stringify(new URL('./nats-mailboxes.ts', import.meta.url).href)}
const mailbox = openMailbox({ url: ${JSON.stringify(secure.url)}, plan: 'plan:V1StGXR8Z5', credentials: { kind: 'password', user: 'planner', password: ${JSON.stringify(users.planner)} } })
console.log(JSON.stringify([await mailbox.put('share', 'text'), await mailbox.get('share')]))
await mailbox.close()`
  const run = async (env: Readonly<Record<string, string>>): Promise<unknown> => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { env: { ...process.env, NODE_NO_WARNINGS: '1', ...env } })
    return JSON.parse(stdout) as unknown
  }
  expect(await run({ NODE_EXTRA_CA_CERTS: certificate.cert })).toMatchObject([{ ok: true, value: { name: 'share' } }, { ok: true, value: 'text' }])
  expect(await run({})).toEqual([{ ok: false, reason: 'unreachable' }, { ok: false, reason: 'unreachable' }])
  await secure.close()
  rmSync(folder, { recursive: true })
})

test('[O46] the table of permissions names those of the configuration and no others', () => {
  const used = [...configurationOfPage.matchAll(/"((?:\$JS|qd|_INBOX)[^"]*)"/g)].map(([, subject = '']) => subject.replaceAll(/V1StGXR8Z5|Zx81Kq0_pL/g, '<key>'))
  expect(new Set(used)).toEqual(new Set(['qd.<key>.>', 'qd.<key>.here', '_INBOX.>', ...['STREAM.INFO', 'STREAM.CREATE', 'STREAM.PURGE'].map((call) => `$JS.API.${call}.QD_<key>`), '$JS.API.CONSUMER.CREATE.QD_<key>.>', '$JS.API.DIRECT.GET.QD_<key>.>']))
})
