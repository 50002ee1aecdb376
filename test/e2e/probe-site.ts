import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'vite'
import { safetyHeaders } from '../../shared/bridge/content-policy.ts'

/** An address with nothing on it but one script of a spec, built and served as the planner is. */
export interface ProbeSite {
  readonly url: string
  readonly close: () => void
}

/** @param entry the script, by its path */
export async function serveProbe(entry: string): Promise<ProbeSite> {
  const files = await bundle(entry)
  const server = createServer(({ url = '/' }, response) => {
    const script = files.get(url.slice(1))
    for (const [name, value] of Object.entries(safetyHeaders)) response.setHeader(name, value)
    if (script !== undefined) response.setHeader('content-type', 'text/javascript').end(script)
    else response.setHeader('content-type', 'text/html').end('<!doctype html><html lang="en"><title>Probe</title><script type="module" src="/page.js"></script>')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() }
}

/** Built as an app and not as a library: a worker is then a file of its own. */
async function bundle(entry: string): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    build: { write: false, minify: false, assetsInlineLimit: 0, modulePreload: false, rolldownOptions: { input: entry, output: { entryFileNames: 'page.js' } } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('Vite built nothing')
  return new Map(output.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]))
}
