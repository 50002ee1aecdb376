import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'

/** Somebody who waits for WebSockets on this computer, and says who came. */
export interface SocketServer {
  /** `ws://127.0.0.1:…` */
  readonly url: string
  readonly heard: readonly string[]
  readonly close: () => Promise<void>
}

export async function serveWebSockets(): Promise<SocketServer> {
  const heard: string[] = []
  const sockets = new Set<Duplex>()
  const server = createServer((_request, response) => void response.writeHead(404).end())
  server.on('upgrade', ({ url = '', headers }, socket) => {
    heard.push(url)
    sockets.add(socket)
    socket.on('error', () => undefined)
    const accept = createHash('sha1').update(`${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  return {
    url: `ws://127.0.0.1:${address.port}`,
    heard,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
