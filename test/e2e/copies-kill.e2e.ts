import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFramedLines } from '../../shared/copies/framed-line.ts'
import { launchChromium } from '../chromium/launch.ts'
import { serveProbe, type ProbeSite } from './probe-site.ts'
import { writeUntilKilled } from './write-until-killed.ts'

const rounds = Number(process.env['QUARTERDECK_KILL_ROUNDS'] ?? 2)

let site: ProbeSite
let profile: string

beforeAll(async () => {
  site = await serveProbe(join(import.meta.dirname, 'copies-page.ts'))
  profile = await mkdtemp(join(tmpdir(), 'quarterdeck-copies-kill-'))
})
afterAll(async () => {
  site.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

/** What dies is the browser and not the machine, as in `storage-kill.e2e.ts`; flushing is for the machine. */
test(
  '[E81] [E82] of a browser killed while it writes the second copy has all that was acknowledged, and no half of a file',
  async () => {
    for (let round = 0; round < rounds; round += 1) {
      const from = (round + 1) * 10_000
      const acknowledged = await writeUntilKilled({
        profile,
        target: from + 3 + ((round * 29 + 8) % 60),
        open: (page) => page.goto(site.url),
        hammer: (page) => page.evaluate((start) => window.copiesProbe.hammer(start), from),
      })

      const browser = await launchChromium({ profile })
      const page = await browser.newPage()
      await page.goto(site.url)
      const [journal, list, left] = await page.evaluate(async () => {
        const { store, place } = window.copiesProbe
        return [await store.read(place), await store.read({ folder: 'library', name: 'list.json' }), await window.copiesProbe.everywhere()]
      })
      await browser.close()
      const { texts, spoilt } = readFramedLines(journal.ok ? (journal.value ?? '') : '')
      const lines = new Set(texts.map((text) => Number(/"line":(\d+)/.exec(text)?.[1])))
      expect(Array.from({ length: acknowledged - from + 1 }, (_, at) => from + at).filter((line) => !lines.has(line))).toEqual([])
      expect(spoilt).toBeLessThanOrEqual(round + 1) // a line that was not acknowledged may be cut off
      expect(list.ok && list.value).toMatch(/^(\d+ )\1{49999}$/)
      expect(left.toSorted()).toEqual(['library/list.json', 'plan-a/journal-0.log'])
    }
  },
  (rounds + 1) * 60_000,
)
