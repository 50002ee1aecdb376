import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Served } from '../../../build/start/server.ts'

/** A server of files as it is written in an afternoon: the path is decoded, put behind the folder, and read. */
export async function servePlainly(root: string): Promise<Served> {
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '')
      response.end(await readFile(join(root, path === '/' ? 'index.html' : path)))
    }
    answer().catch(() => response.writeHead(404).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}
