import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../chromium/launch.ts'
import { sizeOfCommit } from './storage-commit.ts'
import { serveStorage, type StorageSite } from './storage-site.ts'
import { writeUntilKilled } from './write-until-killed.ts'

const rounds = Number(process.env['QUARTERDECK_KILL_ROUNDS'] ?? 5)

let site: StorageSite
let profile: string

beforeAll(async () => {
  site = await serveStorage()
  profile = await mkdtemp(join(tmpdir(), 'quarterdeck-kill-'))
})
afterAll(async () => {
  site.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

/**
 * What dies here is the browser, not the machine: what it has handed to the operating system survives. That a write
 * also survives the power going is what strict durability is for, and nothing here can show it.
 */
test(
  '[S22] a browser killed while it writes has lost nothing that was acknowledged, and holds no half of a commit',
  async () => {
    for (let round = 0; round < rounds; round += 1) {
      const from = (round + 1) * 1_000
      const acknowledged = await writeUntilKilled({
        profile,
        target: from + 3 + ((round * 29) % 60),
        open: site.open,
        hammer: (page) => page.evaluate((start) => window.storageProbe.hammer(start), from),
      })

      const browser = await launchChromium({ profile })
      const page = await browser.newPage()
      await site.open(page)
      const counts = await page.evaluate(() => window.storageProbe.storedCommits())
      await browser.close()
      const found = Object.entries(counts).filter(([commit]) => Number(commit) >= from)
      expect(found.filter(([commit, count]) => count !== sizeOfCommit(Number(commit)))).toEqual([])
      const missing = Array.from({ length: acknowledged - from + 1 }, (_, at) => from + at).filter((commit) => counts[String(commit)] === undefined)
      expect(missing).toEqual([])
    }
  },
  (rounds + 1) * 60_000,
)
