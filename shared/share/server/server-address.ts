import { hasKind, isRecordId, type PlanId } from '../../model/ids.ts'
import type { ServerCredentials } from './server-credentials.ts'

/**
 * A server through which a plan is shared, and which plan. As text it is what a person gives a colleague:
 * `wss://nats.example.org/#plan:V1StGXR8Z5`. It never holds a secret.
 */
export interface ServerAddress {
  /** Where the server is, with `/` at the end where it has no path: `wss://nats.example.org:8443/`. */
  readonly url: string
  /** Null in an address that names the server alone. */
  readonly plan: PlanId | null
}

/** What a person pasted: an address, and what they wrote before an `@` in it, which belongs to nobody else. */
export interface PastedAddress {
  readonly address: ServerAddress
  readonly credentials: ServerCredentials | null
}

/**
 * Why a text is no address. `scheme`: of another kind, as `https:` and `nats:` are. `open`: it would go through the network
 * for everyone to read. `host`, `port`, `path`, `plan`: that part can't be right.
 */
export const addressFaults = ['empty', 'tooLong', 'scheme', 'open', 'host', 'port', 'path', 'plan'] as const
export type AddressFault = (typeof addressFaults)[number]

export type ParsedAddress = { readonly ok: true; readonly value: PastedAddress } | { readonly ok: false; readonly fault: AddressFault }

const longest = 2048
const parts = /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?(?:([^@/?#\s]*)@)?(\[[^\]\s]*\]|[^:/?#\s]*)(?::([^/?#\s]*))?(\/[^?#\s]*)?(\?[^#\s]*)?(?:#(\S*))?$/
const hostName = /^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/
const endsInNumber = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/
const fourNumbers = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/
const path = /^(?:\/[A-Za-z0-9._~-]+)*\/?$/
/** The names of this computer itself: what goes there crosses no network. `[::1]` can't stand in a content policy. */
const here = new Set(['127.0.0.1', 'localhost'])
const defaultPorts: Readonly<Record<string, string>> = { wss: '443', ws: '80' }

/** Reads what a person typed or pasted. Without `wss://` in front, `wss://` is meant. */
export function parseServerAddress(text: string): ParsedAddress {
  const given = text.trim()
  if (given === '') return fault('empty')
  if (given.length > longest) return fault('tooLong')
  const found = parts.exec(given)
  if (found === null) return fault('host')
  const [, scheme = 'wss', user, host = '', port, way = '/', query, plan] = found
  const kind = scheme.toLowerCase()
  if (kind !== 'wss' && kind !== 'ws') return fault('scheme')
  const name = host.toLowerCase()
  if (!isHost(name)) return fault('host')
  if (port !== undefined && !isPort(port)) return fault('port')
  if (kind === 'ws' && !here.has(name)) return fault('open')
  if (query !== undefined || !path.test(way) || way.split('/').some((step) => step === '.' || step === '..')) return fault('path')
  if (plan !== undefined && plan !== '' && !isPlan(plan)) return fault('plan')
  const at = port === undefined || String(Number(port)) === defaultPorts[kind] ? '' : `:${Number(port)}`
  return {
    ok: true,
    value: {
      address: { url: `${kind}://${name}${at}${way}`, plan: plan === undefined || !isPlan(plan) ? null : plan },
      credentials: user === undefined ? null : readUser(user),
    },
  }
}

/** The address as text to hand on. */
export function formatServerAddress({ url, plan }: ServerAddress): string {
  return plan === null ? url : `${url}#${plan}`
}

/** Name and port of the server, for people: `nats.example.org`, `127.0.0.1:8080`. */
export function serverName({ url }: ServerAddress): string {
  return url.replace(/^wss?:\/\//, '').replace(/\/.*$/, '')
}

function isHost(name: string): boolean {
  if (name.startsWith('[')) return isSixth(name.slice(1, -1))
  // what ends in a number is read as four of them by browsers, in more spellings than one
  return endsInNumber.test(name) ? fourNumbers.test(name) : hostName.test(name)
}

/** Eight groups, or fewer with `::` once for those that are left out. */
function isSixth(text: string): boolean {
  const halves = text.split('::')
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group)) && (halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8)
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
}

function isPlan(text: string): text is PlanId {
  return isRecordId(text) && hasKind(text, 'plan')
}

/** `name:password@`, or a token alone before the `@`, each with `%` escapes as in any address. */
function readUser(text: string): ServerCredentials | null {
  const colon = text.indexOf(':')
  const first = unescaped(colon < 0 ? text : text.slice(0, colon))
  if (first === '') return null
  return colon < 0 ? { kind: 'token', token: first } : { kind: 'password', user: first, password: unescaped(text.slice(colon + 1)) }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a `%` that stands for itself
  }
}

function fault(why: AddressFault): ParsedAddress {
  return { ok: false, fault: why }
}
