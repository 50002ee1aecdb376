import { join } from 'node:path'
import * as v from 'valibot'
import { createSmallFile } from '../small-file.ts'

/** The servers a person said yes to, kept in the profile as `wss://host:port`. */
export interface AllowedServers {
  readonly has: (url: string) => boolean
  readonly add: (url: string) => void
  /** Whether a request is a WebSocket to one of them; nothing else goes there. */
  readonly lets: (request: { readonly url: string }) => boolean
}

/** A list that nobody reads to its end is no list of decisions. */
const mostServers = 100
const stored = v.object({ servers: v.array(v.pipe(v.string(), v.maxLength(300))) })

/** Read when it is first asked for. */
export function createAllowedServers({ folder }: { readonly folder: string }): AllowedServers {
  const file = createSmallFile({ path: join(folder, 'servers.json'), schema: stored, notKept: 'allowed servers not kept' })
  let known: readonly string[] | null = null
  const all = (): readonly string[] => {
    known ??= file.read()?.servers.filter((each) => serverOf(each) === each).slice(0, mostServers) ?? []
    return known
  }
  const has = (url: string): boolean => {
    const server = serverOf(url)
    return server !== null && all().includes(server)
  }
  return {
    has,
    lets: ({ url }) => has(url),
    add(url) {
      const server = serverOf(url)
      if (server === null || has(url)) return
      known = [server, ...all()].slice(0, mostServers)
      file.write({ servers: [...known] })
    },
  }
}

const ports: Readonly<Record<string, string>> = { 'wss:': '443', 'ws:': '80' }

/** Scheme, host and port of a WebSocket's address, in one spelling; null where it is none, or holds a name or a password. */
function serverOf(address: string): string | null {
  const url = URL.parse(address)
  const port = url === null ? undefined : ports[url.protocol]
  if (url === null || port === undefined || url.username !== '' || url.password !== '') return null
  return `${url.protocol}//${url.hostname}:${url.port === '' ? port : url.port}`
}
