import { expect, test } from 'vitest'
import { isCredsText, type ServerCredentials } from '../../shared/share/server/server-credentials.ts'
import { makeLogins } from './creds.ts'
import { openMailbox } from './nats-mailboxes.ts'
import { openConfig, startNatsServer } from './nats-server.ts'

const logins = makeLogins()

const signIns: readonly { readonly way: string; readonly config: string; readonly right: ServerCredentials; readonly wrong: readonly ServerCredentials[] }[] = [
  { way: 'a name and a password', config: 'authorization { user: "planner", password: "a word" }', right: { kind: 'password', user: 'planner', password: 'a word' }, wrong: [{ kind: 'password', user: 'planner', password: '' }, { kind: 'token', token: 'a word' }, { kind: 'none' }] },
  { way: 'a token', config: 'authorization { token: "a word" }', right: { kind: 'token', token: 'a word' }, wrong: [{ kind: 'token', token: 'another' }, { kind: 'none' }] },
  { way: 'a .creds file', config: logins.config, right: { kind: 'creds', text: logins.creds.replaceAll('\n', '\r\n') }, wrong: [{ kind: 'creds', text: logins.forged }, { kind: 'creds', text: 'no such file' }, { kind: 'none' }] },
]

test.each(signIns)('[O16] $way lets one in, and anything else is refused', async ({ config, right, wrong }) => {
  const server = await startNatsServer((places) => openConfig(places, config))
  for (const credentials of wrong) {
    const mailbox = openMailbox({ url: server.url, credentials })
    expect([await mailbox.list(), mailbox.status()]).toEqual([{ ok: false, reason: 'refused' }, { kind: 'out', reason: 'refused' }])
    await mailbox.close()
  }
  const mailbox = openMailbox({ url: server.url, credentials: right })
  expect(await mailbox.put('share', 'text')).toMatchObject({ ok: true })
  expect(await mailbox.get('share')).toEqual({ ok: true, value: 'text' })
  await mailbox.close()
  await server.close()
})

test('[O16] what the tools make is known as a .creds file', () => {
  expect([isCredsText(logins.creds), isCredsText(logins.forged)]).toEqual([true, true])
})
