import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ServerPlaces } from './nats-server.ts'

const page = readFileSync(resolve(import.meta.dirname, '../../build/servers.md'), 'utf8')

/** The configuration that administrators copy, word by word. */
export const configurationOfPage = /```conf\n([\s\S]*?)```/.exec(page)?.[1] ?? ''

/** The configuration of the page on this computer: where it listens, keeps what it has, and finds its certificate is put in. */
export function configurationHere({ places, certificate }: { readonly places: ServerPlaces; readonly certificate: Certificate | null }): string {
  const tls = certificate === null ? 'no_tls: true' : `tls { cert_file: ${JSON.stringify(certificate.cert)}, key_file: ${JSON.stringify(certificate.key)} }`
  return replaced(configurationOfPage, [
    ['listen: "127.0.0.1:4222"', `listen: "127.0.0.1:${places.port}"`],
    ['store_dir: "/var/lib/nats"', `store_dir: ${JSON.stringify(places.store)}`],
    ['port: 443', `host: "127.0.0.1"\n  port: ${places.websocket}`],
    [/tls \{[^}]*\}/, tls],
  ])
}

export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** A certificate for this computer that no one has signed but itself. */
export function makeCertificate(folder: string): Certificate {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'ignore' })
  return { cert, key }
}

/** Each must be there, so that the page can't drift away from what is tried. */
function replaced(text: string, pairs: readonly (readonly [string | RegExp, string])[]): string {
  return pairs.reduce((before, [from, to]) => {
    const after = before.replace(from, () => to)
    if (after === before) throw new Error(`the configuration of the page has no ${String(from)}`)
    return after
  }, text)
}
