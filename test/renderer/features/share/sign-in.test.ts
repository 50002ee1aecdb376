import { expect, test } from 'vitest'
import { noSecrets, saidOf, signIns, whatIsMissing } from '../../../../renderer/features/share/sign-in.ts'

const all = { user: ' sre ', password: ' pass word ', token: ' t0ken\n', creds: '\n-----BEGIN NATS USER JWT-----\n' }

test('[D90] what was typed for another way than the one chosen is not sent, and a password is sent as it was typed', () => {
  expect(signIns.map((signIn) => saidOf(signIn, all))).toEqual([
    { user: '', secret: '' },
    { user: 'sre', secret: ' pass word ' },
    { user: '', secret: 't0ken' },
    { user: '', secret: '-----BEGIN NATS USER JWT-----' },
  ])
})

test('[D90] what is missing is asked for, one after the other', () => {
  expect(signIns.map((signIn) => whatIsMissing(signIn, noSecrets))).toEqual([null, 'user', 'token', 'creds'])
  expect(whatIsMissing('password', { ...noSecrets, user: 'sre' })).toBe('password')
  expect(signIns.map((signIn) => whatIsMissing(signIn, all))).toEqual([null, null, null, null])
})
