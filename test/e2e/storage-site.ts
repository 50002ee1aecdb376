import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import type { StorageProbe } from './storage-page.ts'

/** An address with nothing on it but the product's storage, driven by `storage-page.ts`. */
export interface StorageSite {
  /** Opens the page and starts its storage as a window of the app does. */
  readonly open: (page: Page) => ReturnType<StorageProbe['start']>
  readonly url: string
  readonly close: () => void
}

export async function serveStorage(): Promise<StorageSite> {
  const script = await bundle()
  const server = createServer(({ url }, response) => {
    const isScript = url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html').end(isScript ? script : '<!doctype html><title>Storage</title><script type="module" src="page.js"></script>')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    url,
    open: async (page) => {
      await page.goto(url)
      return page.evaluate(() => window.storageProbe.start())
    },
    close: () => void server.close(),
  }
}

async function bundle(): Promise<string> {
  const entry = join(import.meta.dirname, 'storage-page.ts')
  const built = await build({ configFile: false, logLevel: 'error', mode: 'production', build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'page' } } })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('Vite built nothing')
  return output.output[0].code
}
