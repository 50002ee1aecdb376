import { createServer } from 'node:http'
import { connect } from 'node:net'
import { session } from './session.ts'

/**
 * WebSockets are no requests that DevTools could hold back, so they go through a proxy of the double, which lets them out
 * when main does. Of an address it learns host and port alone, which is what main decides by. Anything else finds no way.
 * @returns where Chromium finds the proxy
 */
export async function serveSockets(): Promise<string> {
  const proxy = createServer((_request, response) => void response.writeHead(502).end())
  proxy.on('connect', ({ url = '' }, client, head) => {
    const refuse = (): void => void client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    client.on('error', refuse)
    void isAllowed(url).then((allowed) => {
      const { hostname, port } = new URL(`ws://${url}`)
      if (!allowed) return refuse()
      const server = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port === '' ? 80 : port) })
      server.on('error', () => client.destroy())
      client.on('close', () => server.destroy())
      server.on('connect', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        if (head.length > 0) server.write(head)
        server.pipe(client)
        client.pipe(server)
      })
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  proxy.unref()
  const address = proxy.address()
  return typeof address === 'object' && address !== null ? `127.0.0.1:${address.port}` : ''
}

async function isAllowed(place: string): Promise<boolean> {
  if (!URL.canParse(`ws://${place}`)) return false
  const answers = await Promise.all(['ws', 'wss'].map((scheme) => session.defaultSession.allows(`${scheme}://${place}/`)))
  return answers.includes(true)
}
