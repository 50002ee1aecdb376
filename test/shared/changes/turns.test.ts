import { expect, test } from 'vitest'
import { createTurns } from '../../../shared/changes/turns.ts'

const later = (): Promise<void> => new Promise((done) => setTimeout(done))

test('[S93] what is asked for takes turns, also after something that failed', async () => {
  const inTurn = createTurns()
  const done: string[] = []
  const work = (name: string) => async (): Promise<string> => {
    done.push(`${name} begins`)
    await later()
    done.push(`${name} ends`)
    return name
  }
  const [first, failed, last] = [inTurn(work('a')), inTurn(() => Promise.reject(new Error('b'))), inTurn(work('c'))]
  await expect(failed).rejects.toThrow('b')
  expect(await Promise.all([first, last])).toEqual(['a', 'c'])
  expect(done).toEqual(['a begins', 'a ends', 'c begins', 'c ends'])
})

test('[S93] under different names it is done at once', async () => {
  const inTurn = createTurns()
  const never = inTurn(() => new Promise<never>(() => undefined), 'hung')
  expect(await Promise.race([never, inTurn(() => Promise.resolve('other'), 'other')])).toBe('other')
})
