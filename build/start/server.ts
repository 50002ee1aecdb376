import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readAsset } from '../../electron/read-asset.ts'
import { assetOf } from '../../shared/bridge/asset-path.ts'
import { safetyHeaders } from '../../shared/bridge/content-policy.ts'

/** The planner being served; `close` also ends the connections that browsers keep open. */
export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves the built page in the folder `root` on 127.0.0.1, with the headers it has in Electron. Port 0 takes any free
 * one. Rejects with the system's error, `EADDRINUSE` when the port is taken.
 */
export async function serve(options: { readonly root: string; readonly port: number }): Promise<Served> {
  const server = createServer((request, response) => void answer({ request, response, root: options.root, host: hostOf() }))
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  // The server listens on TCP, so its address is not the path of a socket.
  const { port } = server.address() as AddressInfo
  const hostOf = (): string => `127.0.0.1:${port}`
  return {
    url: `http://${hostOf()}`,
    async close() {
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly root: string
  readonly host: string
}

async function answer({ request, response, root, host }: Exchange): Promise<void> {
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { ...safetyHeaders, 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
  }
  // A name that leads here from outside (DNS rebinding) would make a foreign page our origin. `localhost` is refused
  // too: it is another origin, with another, empty database.
  if (request.headers.host !== host) return refuse(421, `Quarterdeck is at http://${host}\n`)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD.\n')
  const asset = assetOf((request.url ?? '').split('?')[0] ?? '')
  const body = asset === null ? null : await readAsset({ root, asset }).catch(() => null)
  if (asset === null || body === null) return refuse(404, 'Not found.\n')
  response.writeHead(200, {
    ...safetyHeaders,
    'Content-Type': asset.mediaType,
    'Content-Length': body.length,
    'Cache-Control': asset.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
