import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { launchChromium } from '../chromium/launch.ts'
import { icnsOf, icoOf, type Picture } from './icon-files.ts'

// `npm run icons`: draws the app's icon in all sizes. Run after its drawing was changed; the results are part of the repository.

const root = resolve(import.meta.dirname, '../..')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** What is small is drawn from the favicon, which has no more than can be seen at its size. */
const small = await readFile(join(root, 'renderer/public/icon.svg'), 'utf8')
const large = await readFile(join(root, 'build/package/icon.svg'), 'utf8')

const browser = await launchChromium()
const page = await browser.newPage()
const filling = await drawAll(page, large.replace('viewBox="0 0 1024 1024"', 'viewBox="100 100 824 824"'))
const withMargin = await drawAll(page, large) // as macOS wants it
await browser.close()

await mkdir(join(root, 'build/package/icons'), { recursive: true })
for (const { size, png } of filling) await writeFile(join(root, `build/package/icons/${size}x${size}.png`), png)
await writeFile(join(root, 'build/package/icon.icns'), icnsOf(withMargin))
await writeFile(join(root, 'build/package/icon.ico'), icoOf(filling.filter(({ size }) => size <= 256)))

async function drawAll(on: Page, drawing: string): Promise<readonly Picture[]> {
  const pictures: Picture[] = []
  for (const size of sizes) {
    await on.setViewportSize({ width: size, height: size })
    await on.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${size <= 32 ? small : drawing}`)
    pictures.push({ size, png: await on.screenshot({ omitBackground: true }) })
  }
  return pictures
}
