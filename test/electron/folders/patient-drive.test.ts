import { expect, test } from 'vitest'
import { createAskDrive, createSlots } from '../../../electron/main/folders/patient-drive.ts'

const never = new Promise<never>(() => undefined)

test('[J15] of drives that say nothing two are waited for at once, and no third holds a thread', async () => {
  const inSlot = createSlots()
  let begun = 0
  const drives = Array.from({ length: 5 }, () => createAskDrive({ inSlot, patience: 50 }))
  const answers = await Promise.allSettled(drives.map((ask) => ask(() => ((begun += 1), never))))
  expect([answers.map(({ status }) => status), begun]).toEqual([Array.from({ length: 5 }, () => 'rejected'), 2])
})

test('[J15] whoever was given up while they waited is not begun later', async () => {
  const inSlot = createSlots(1)
  const { promise, resolve } = Promise.withResolvers<void>()
  const [first, second] = [createAskDrive({ inSlot, patience: 50 }), createAskDrive({ inSlot, patience: 20 })]
  const done: string[] = []
  const slow = first(() => promise).catch((error: unknown) => done.push(String((error as { code?: string }).code)))
  const waited = second(() => Promise.resolve(done.push('begun'))).catch((error: unknown) => done.push(String((error as { code?: string }).code)))
  await Promise.all([slow, waited])
  resolve()
  await expect.poll(() => second(() => Promise.resolve('heard')).catch(() => 'silent')).toBe('heard')
  expect(done).toEqual(['ETIMEDOUT', 'ETIMEDOUT'])
})

test('[J15] a failure is handed on as it is, and a long text has longer', async () => {
  const ask = createAskDrive({ inSlot: createSlots(), patience: 30 })
  const slowly = () => new Promise((resolve) => setTimeout(resolve, 80, 'done'))
  await expect(ask(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
  expect(await ask(slowly, { bytes: 200 * 1_000 })).toBe('done')
  await expect(ask(slowly)).rejects.toThrow('no answer')
})
