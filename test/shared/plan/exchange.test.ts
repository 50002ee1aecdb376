import { expect, test } from 'vitest'
import { isExchange } from '../../../shared/plan/exchange.ts'
import { merged } from './exchanges.ts'

test('[U151] what is no exchange is none', () => {
  const { at: _, ...one } = merged('m1', 1)
  expect(isExchange(one)).toBe(true)
  expect([{ kind: 'exporting', id: 'e', file: 'f' }, { kind: 'exported', file: 'f' }, { kind: 'exported', id: 'e', file: 'f' }, { kind: 'notExported', id: 'e' }].map(isExchange)).toEqual([true, true, true, true])
  expect([{ kind: 'exporting', id: 'e' }, { kind: 'exported', id: 1, file: 'f' }, { kind: 'notExported' }].map(isExchange)).toEqual([false, false, false])
  expect([{ ...one, added: '3' }, { ...one, knows: [1] }, { kind: 'other', id: 'm1' }, null].map(isExchange)).toEqual([false, false, false, false])
})

test('[O50] that a share began and ended are exchanges', () => {
  expect([{ kind: 'shared', id: 's', place: 'f' }, { kind: 'unshared', id: 's', place: 'f' }].map(isExchange)).toEqual([true, true])
  expect([{ kind: 'shared', id: 's' }, { kind: 'shared', place: 'f' }, { kind: 'shared', id: 's', place: 1 }, { kind: 'unshared', id: 's' }].map(isExchange)).toEqual([false, false, false, false])
})
