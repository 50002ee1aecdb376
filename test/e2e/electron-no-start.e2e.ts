import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { words } from '../../electron/main/words.ts'
import { makeBareApp } from '../electron/bare-app.ts'
import { endedStart } from '../electron/ended-start.ts'

let folder: string
let app: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-no-start-'))
  app = await makeBareApp({ folder })
})

afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))

describe('[G30] a start that is not given the lock', () => {
  const env = { QUARTERDECK_DOUBLE_LOCKED: '1' }

  test('ends without a word where the app is open already, and leaves nothing', async () => {
    await mkdir(join(folder, 'profile'))
    const { said, code } = await endedStart({ app, folder, env })
    expect([code, said.includes('Quarterdeck'), await readdir(join(folder, 'profile'))]).toEqual([0, false, []])
  })

  test('says where its profile can’t be written to, what is safe and what to do', async () => {
    await writeFile(join(folder, 'profile'), 'a file where the folder should be')
    const { said, code } = await endedStart({ app, folder, env })
    expect(said.split(words.profileRefused.failed(join(folder, 'profile'))).length - 1).toBe(1)
    expect(said).toContain('"event":"profile refuses","code":"')
    expect(code).toBe(3)
  })
})
