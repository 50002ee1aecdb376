import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fusePolicy, setFuses } from '../../build/package/fuses.ts'
import { madeProgram } from './stand-in.ts'

const names = Object.keys(FuseV1Options).filter((name) => !/^\d+$/.test(name)) as (keyof typeof FuseV1Options)[]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-fuses-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function programWith(fuses: number): Promise<string> {
  const program = join(folder, `program-${fuses}`)
  await writeFile(program, madeProgram({ fuses }))
  return program
}

test('[X13] each fuse that Electron has is named and set, and none is left as it came', () => {
  const set = Object.fromEntries(names.map((name) => [name, (fusePolicy as Readonly<Record<number, unknown>>)[FuseV1Options[name]]]))
  expect(set).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  })
  expect(fusePolicy.strictlyRequireAllFuses).toBe(true)
})

describe('[X14] the fuses of a program are set by Electron’s own tool, and read back as they were set', () => {
  test('and nothing else in the program changes', async () => {
    const program = await programWith(9)
    const before = await readFile(program)
    await setFuses(program)
    const wire: Readonly<Record<string, unknown>> = { ...(await getCurrentFuseWire(program)) }
    expect(names.map((name) => [name, wire[FuseV1Options[name]]])).toEqual(
      names.map((name) => [name, fusePolicy[FuseV1Options[name]] ? FuseState.ENABLE : FuseState.DISABLE]),
    )
    const after = await readFile(program)
    expect(after.length).toBe(before.length)
    expect([...after].filter((byte, at) => byte !== before[at]).length).toBeLessThanOrEqual(9)
  })

  test.each([[10, 'a fuse nobody has decided about'], [8, 'a fuse that is not there'], [0, 'no fuse at all']])('%i fuses: %s stops the packaging', async (fuses) => {
    await expect(setFuses(await programWith(fuses))).rejects.toThrow(/fuse/)
  })

  test('a program that is not Electron stops it too', async () => {
    const program = join(folder, 'other')
    await writeFile(program, 'no program')
    await expect(setFuses(program)).rejects.toThrow(/sentinel/)
  })
})
