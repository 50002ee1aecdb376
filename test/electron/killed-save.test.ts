import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const saver = fileURLToPath(new URL('./save-without-end.ts', import.meta.url))

test('[E13] a process killed while it saves leaves the file before or the file after, never a torn one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-killed-'))
  const path = join(folder, 'tec3.plan.json')
  const whole = /^(a+|b+)$/
  let overwritten = 0
  for (let kill = 0; kill < 6; kill++) {
    await writeFile(path, 'a'.repeat(2_000_000))
    const child = spawn(process.execPath, [saver, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data') // it has begun
    await wait(3 + kill * 4)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const text = await readFile(path, 'utf8')
    expect([text.length, whole.test(text)]).toEqual([2_000_000, true])
    if (text.startsWith('b')) overwritten++
  }
  // Otherwise the kills all came too early to have tested anything.
  expect(overwritten + (await readdir(folder)).length).toBeGreaterThan(1)
  await rm(folder, { recursive: true })
}, 30_000)
