import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareOrdered, isOrderKey, orderKeys, placeAt, type Ordered } from '../../../shared/changes/order.ts'

/** The list after a placement, sorted by the product's own order: what people will see. */
function placed({ list, index, id }: { readonly list: readonly Ordered[]; readonly index: number; readonly id: string }): readonly Ordered[] {
  const keys = placeAt({ list, index, id })
  return [...list, { id, order: '' }].map((item) => ({ ...item, order: keys.get(item.id) ?? item.order })).toSorted(compareOrdered)
}

function listOf(orders: readonly string[]): readonly Ordered[] {
  return orders.map((order, index) => ({ id: `goal:${String(index).padStart(3, '0')}`, order })).toSorted(compareOrdered)
}

const goodKeys = ['Zz', 'a0', 'a0V', 'a1', 'a1G', 'a2', 'b00']
const garbage = ['', ' ', '~', '~~ not a key', 'a', 'a00', 'a~', 'a1é', 'a0\u0000', 'z', 'b0', `A${'0'.repeat(26)}`, `A${'0'.repeat(25)}1`, `z${'z'.repeat(26)}`, '日本', '\u00ff', `a0${'V'.repeat(190)}`]
const anyOrder = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...goodKeys) }, { weight: 2, arbitrary: fc.constantFrom(...garbage) }, fc.string({ maxLength: 6 }))
const anyList = fc.array(anyOrder, { maxLength: 8 }).map(listOf)

describe('order', () => {
  test('[C50] a list is sorted by key and then by id, by code unit and by no locale', () => {
    const list = [['b', 'a1'], ['a', 'a1'], ['c', 'Zz'], ['e', 'é'], ['d', 'a0V']].map(([id = '', order = '']) => ({ id, order }))
    expect(list.toSorted(compareOrdered).map((item) => item.id)).toEqual(['c', 'd', 'a', 'b', 'e'])
    expect(compareOrdered({ id: 'a', order: 'a0' }, { id: 'a', order: 'a0' })).toBe(0)
  })

  test('[C51] keys for a whole list rise, are all keys, and are short', () => {
    const keys = orderKeys(10_000)
    expect(keys.toSorted()).toEqual(keys)
    expect(new Set(keys).size).toBe(10_000)
    expect(keys.every(isOrderKey)).toBe(true)
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(6)
    expect(orderKeys(0)).toEqual([])
  })

  test.each(garbage)('[C52] %j is no key to count on from', (key) => {
    expect(isOrderKey(key)).toBe(false)
  })

  test('[C52] what is a key can be counted on from: there is another one above, below and between', () => {
    const anyKey = fc.oneof(fc.constantFrom(...goodKeys), fc.string({ minLength: 2, maxLength: 5 }), fc.stringMatching(/^[A-Za-z][0-9A-Za-z]{1,8}$/)).filter(isOrderKey)
    fc.assert(
      fc.property(anyKey, anyKey, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        for (const list of [listOf([low]), low === high ? [] : listOf([low, high])]) {
          for (let index = 0; index <= list.length; index += 1) expect(placeAt({ list, index, id: 'goal:new' }).size).toBe(1)
        }
      }),
    )
  })

  test.each([0, 1, 2, 3])('[C53] placing at %i of three writes that one record and puts it there', (index) => {
    const list = listOf(['a0', 'a1', 'a2'])
    expect([...placeAt({ list, index, id: 'goal:new' }).keys()]).toEqual(['goal:new'])
    expect(placed({ list, index, id: 'goal:new' })[index]?.id).toBe('goal:new')
  })

  test('[C54] whatever keys a list has, equal or garbage, the placed one comes to stand where it was put, and the others keep their order', () => {
    fc.assert(
      fc.property(anyList, fc.nat({ max: 9 }), fc.constantFrom('goal:', 'goal:0005', 'goal:zzz'), (list, index, id) => {
        const wanted = list.map((item) => item.id).toSpliced(Math.min(index, list.length), 0, id)
        expect(placed({ list, index, id }).map((item) => item.id)).toEqual(wanted)
      }),
      { numRuns: 3_000 },
    )
  })

  test('[C54] the keys that are written are keys, no longer than a field holds', () => {
    fc.assert(
      fc.property(anyList, fc.nat({ max: 9 }), (list, index) => {
        for (const key of placeAt({ list, index, id: 'goal:new' }).values()) expect(isOrderKey(key) && key.length <= 100).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('[C53] one record is written whenever the neighbours have keys with room between', () => {
    const distinctKeys = fc.uniqueArray(fc.constantFrom(...goodKeys), { minLength: 1 }).map(listOf)
    fc.assert(
      fc.property(distinctKeys, fc.nat({ max: 8 }), (list, index) => {
        expect(placeAt({ list, index, id: 'goal:new' }).size).toBe(1)
      }),
    )
  })

  test('[C55] where neighbours share a key, only those from the place on that are in the way get new ones', () => {
    const list = listOf(['a0', 'a1', 'a1', 'a1', 'a2'])
    expect([...placeAt({ list, index: 2, id: 'goal:new' }).keys()]).toEqual(['goal:new', 'goal:002', 'goal:003'])
    expect([...placeAt({ list, index: 0, id: 'goal:new' }).keys()]).toEqual(['goal:new'])
    expect([...placeAt({ list, index: 5, id: 'goal:new' }).keys()]).toEqual(['goal:new'])
  })

  test('[C55] an index outside the list means its nearer end', () => {
    const list = listOf(['a0', 'a1'])
    expect(placed({ list, index: -3, id: 'goal:new' })[0]?.id).toBe('goal:new')
    expect(placed({ list, index: 99, id: 'goal:new' })[2]?.id).toBe('goal:new')
  })

  test('[C56] ten thousand moves to one and the same spot neither fail nor let keys outgrow the field', () => {
    let list = listOf(['a0', 'a1', 'a2', 'a3'])
    let written = 0
    for (let move = 0; move < 10_000; move += 1) {
      const moved = list[move % 2 === 0 ? 3 : 2]?.id ?? ''
      const others = list.filter((item) => item.id !== moved)
      written += placeAt({ list: others, index: 1, id: moved }).size
      list = placed({ list: others, index: 1, id: moved })
      expect(list[1]?.id).toBe(moved)
      expect(Math.max(...list.map((item) => item.order.length))).toBeLessThanOrEqual(100)
    }
    expect(written).toBeLessThan(10_200)
  })

  test('[C57] two people who put different records at one place get a list with both, in one order everywhere', () => {
    const list = listOf(['a0', 'a1'])
    const [mine, theirs] = ['goal:mine', 'goal:theirs'].map((id) => ({ id, order: placeAt({ list, index: 1, id }).get(id) ?? '' }))
    if (mine === undefined || theirs === undefined) throw new Error('both were placed')
    const merged = [...list, theirs, mine].toSorted(compareOrdered).map((item) => item.id)
    expect(merged).toEqual(['goal:000', 'goal:mine', 'goal:theirs', 'goal:001'])
    expect([mine, ...list, theirs].toSorted(compareOrdered).map((item) => item.id)).toEqual(merged)
  })
})
