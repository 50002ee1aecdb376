import { createServer } from 'node:net'

/** Below those that systems give to connections by themselves, from 32768 on: a port of theirs may be taken again before anybody listens on it. */
const [lowest, highest] = [20_000, 32_000]

/**
 * A port of this computer on which nobody listened a moment ago. Drawn by chance, as others draw theirs at the same time; and where a
 * server that is down is tried again and again, none of those connections can come to stand on the server's own port.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest))
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
