import { expect, test } from 'vitest'
import { formatCredentials, isCredsText, parseCredentials, type ServerCredentials } from '../../../../shared/share/server/server-credentials.ts'

const url = 'wss://nats.example.org/'
const all: readonly ServerCredentials[] = [{ kind: 'none' }, { kind: 'password', user: 'planner', password: '' }, { kind: 'token', token: 't"\u0000\u202e' }, { kind: 'creds', text: 'a\nb' }]

test('[O6] credentials read back for the server they were kept for, and for no other', () => {
  for (const credentials of all) {
    const kept = formatCredentials({ url, credentials })
    expect(parseCredentials(kept, { url })).toEqual(credentials)
    expect(parseCredentials(kept, { url: 'wss://nats.example.net/' })).toBeNull()
  }
})

test.each(['', 'null', '{}', '[]', '{"url":"wss://nats.example.org/"}', `{"url":"${url}","credentials":{"kind":"root"}}`, `{"url":"${url}","credentials":{"kind":"token","token":7}}`, `{"url":"${url}","credentials":{"kind":"token","token":"${'x'.repeat(20_000)}"}}`, `{"url":"${url}","credentials":{"kind":"none","__proto__x":1}}`])('[O6] %s reads as nothing', (kept) => {
  expect(parseCredentials(kept, { url })).toBeNull()
})

const creds = `-----BEGIN NATS USER JWT-----
eyJ0eXAiOiJKV1QifQ.eyJqdGkiOiJ4In0.c2ln
------END NATS USER JWT------

************************* IMPORTANT *************************
-----BEGIN USER NKEY SEED-----
SUAMK2FG4MI6UE3ACF3FK3OIQBCEIEZV7NSWFFEW63UXMRLFM2XLAXK4GY
------END USER NKEY SEED------
`

test('[O7] the text of a .creds file is told from other text by its form', () => {
  expect([creds, creds.replaceAll('\n', '\r\n')].map(isCredsText)).toEqual([true, true])
  expect(['', 'planner', creds.slice(0, 200), creds.replace('SUAM', 'SAAM'), creds + 'x'.repeat(20_000)].map(isCredsText)).toEqual([false, false, false, false, false])
})
