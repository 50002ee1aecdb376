import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Served, serve } from '../../build/start/server.ts'
import { answerRequest } from '../../electron/main/answer-request.ts'
import { hostileAddresses, hostilePaths } from './hostile-addresses.ts'

/** What came of a campaign. `leaked` and `uncaught` are what may not be; `served` are answers with a file of the build. */
export interface AddressReport {
  readonly thrown: number
  readonly served: number
  readonly refused: number
  readonly leaked: readonly string[]
  readonly uncaught: readonly string[]
}

const files = { 'index.html': '<title>Deck</title>', 'assets/a.js': 'export {}' } as const
const secret = 'what nobody outside may read'

/** A built page, with a secret beside its folder and, as a careless installer might leave them, links in it that lead there. */
async function makeBuild(): Promise<{ readonly root: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-hostile-'))
  const root = join(folder, 'built')
  await mkdir(join(root, 'assets'), { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text)
  await writeFile(join(folder, 'secret.txt'), secret)
  for (const start of ['', 'assets']) {
    await symlink(join(folder, 'secret.txt'), join(root, start, 'link.txt'))
    await symlink(folder, join(root, start, 'linked'))
  }
  return { root, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Asks the handler of the custom scheme for every hostile address, by every method and for every kind of asker. */
export async function throwAtScheme(): Promise<AddressReport> {
  const { root, remove } = await makeBuild()
  const requests = hostileAddresses.flatMap((url) => [
    { url, method: 'GET' },
    { url, method: 'GET', initiatorOrigin: 'https://evil.example' },
    { url, method: 'POST' },
  ])
  const tally = createTally()
  for (const request of requests) {
    try {
      const answer = await answerRequest({ request, root })
      tally.add(request.url, { ok: answer.status === 200, body: Buffer.from(await answer.arrayBuffer()) })
    } catch (error) {
      tally.uncaught(request.url, error)
    }
  }
  await remove()
  return tally.report()
}

/**
 * Writes every hostile path into a bare connection to the static server: nothing tidies it on the way.
 * @param begin another server in place of the planner's own
 */
export async function throwAtServer(begin: (root: string) => Promise<Served> = (root) => serve({ root, port: 0 })): Promise<AddressReport> {
  const { root, remove } = await makeBuild()
  const served = await begin(root)
  const { host, port } = new URL(served.url)
  const requests = [
    `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, // which is answered, or nothing is thrown at all
    ...hostilePaths.map((path) => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    ...['GET', 'HEAD', 'POST', 'CONNECT', 'TRACE', 'get', 'G\u0000T', ''].map((method) => `${method} /secret.txt HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    ...[`http://${host}/../secret.txt`, 'file:///etc/passwd', '*', 'secret.txt', ''].map((target) => `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    ...['', 'Host: evil.example\r\n', `Host: ${host}\r\nHost: evil.example\r\n`, `Host: ${host}.evil.example\r\n`, `Host: evil@${host}\r\n`].map((line) => `GET / HTTP/1.1\r\n${line}Connection: close\r\n\r\n`),
    `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /link.txt HTTP/1.1\r\nHost: ${host}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: ${host}\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`, 'GET /link.txt\r\n\r\n', '\r\n\r\n', '\u0016\u0003\u0001\u0002',
  ]
  const tally = createTally()
  for (const request of requests) {
    const name = request.slice(0, 80)
    try {
      const answer = await ask(request, Number(port))
      const end = answer.indexOf('\r\n\r\n')
      tally.add(name, { ok: answer.subarray(0, 12).toString() === 'HTTP/1.1 200', body: end === -1 ? answer : answer.subarray(end + 4) })
    } catch (error) {
      tally.uncaught(name, error)
    }
  }
  const alive = await fetch(served.url).then((answer) => answer.ok, () => false)
  if (!alive) tally.uncaught('afterwards', 'the server answers no more')
  await served.close()
  await remove()
  return tally.report()
}

/** What the server says before it closes the connection, or within half a second; a connection that is cut is an answer too. */
async function ask(request: string, port: number): Promise<Buffer> {
  const socket = connect({ port, host: '127.0.0.1' }).setTimeout(500, () => socket.destroy())
  const parts: Buffer[] = []
  socket.on('data', (part) => parts.push(part))
  socket.on('error', () => undefined)
  socket.write(request) // a connection that is ended at once is not answered
  await new Promise((closed) => socket.once('close', closed))
  return Buffer.concat(parts)
}

function createTally() {
  const report = { thrown: 0, served: 0, refused: 0, leaked: [] as string[], uncaught: [] as string[] }
  const contents: readonly string[] = Object.values(files)
  return {
    add(name: string, answer: { readonly ok: boolean; readonly body: Buffer }): void {
      report.thrown += 1
      const body = answer.body.toString()
      const ours = contents.includes(body) || (answer.ok && body === '')
      if (body.includes(secret) || body.includes('root:') || (answer.ok && !ours)) report.leaked.push(name)
      else if (answer.ok) report.served += 1
      else report.refused += 1
    },
    uncaught: (name: string, error: unknown) => report.uncaught.push(`${name}: ${String(error)}`),
    report: (): AddressReport => report,
  }
}
