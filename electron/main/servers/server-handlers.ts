import type { BrowserWindow } from 'electron'
import { parseServerAddress, serverName } from '../../../shared/share/server/server-address.ts'
import { askAllowServer } from '../dialogs.ts'
import type { CallHandlers } from '../ipc.ts'
import type { AllowedServers } from './allowed-servers.ts'
import type { Secrets } from './secrets.ts'

type ServerCall = 'allowServer' | 'keepSecret' | 'secret' | 'secretsAreKept'

/** The calls about servers. A person is asked about each server once, and about one at a time, however often the page calls. */
export function createServerHandlers({ servers, secrets }: { readonly servers: AllowedServers; readonly secrets: Secrets }): Pick<CallHandlers, ServerCall> {
  let asking = false

  const ask = async (url: string, window: BrowserWindow): Promise<boolean> => {
    const parsed = parseServerAddress(url)
    if (!parsed.ok || parsed.value.credentials !== null || asking) return false
    if (servers.has(parsed.value.address.url)) return true
    asking = true
    try {
      if (!(await askAllowServer({ window, server: serverName(parsed.value.address) }))) return false
    } finally {
      asking = false
    }
    servers.add(parsed.value.address.url)
    return true
  }
  return {
    allowServer: ({ url }, window) => ask(url, window),
    keepSecret: ({ plan, secret }) => secrets.keep(plan, secret),
    secret: ({ plan }) => secrets.of(plan),
    secretsAreKept: () => secrets.areKept(),
  }
}
