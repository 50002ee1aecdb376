import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream'
import { type NatsConnection, wsconnect } from '@nats-io/nats-core'
import { setTimeout as sleep } from 'node:timers/promises'
import { createNatsMailbox, type NatsMailbox } from '../../renderer/host/nats/nats-mailbox.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { Mailbox, Mailed } from '../../shared/share/mailbox.ts'
import type { ServerCredentials } from '../../shared/share/server/server-credentials.ts'

/** As in the app, but that nobody in a test waits half a minute. */
const pauses = { first: 50, most: 400, refused: 60_000 }

export function openMailbox(options: { readonly url: string; readonly plan?: PlanId; readonly credentials?: ServerCredentials }): NatsMailbox {
  const { url, plan = 'plan:shared', credentials = { kind: 'none' } } = options
  return createNatsMailbox({ address: { url }, credentials, plan, pauses, onPage: () => () => {} })
}

/** What is in a mailbox's answer; fails with the reason where there is none. */
export function valueOf<T>(mailed: Mailed<T>): T {
  if (!mailed.ok) throw new Error(`the mailbox says: ${mailed.reason}`)
  return mailed.value
}

/** The names and versions that a list tells of, sorted. */
export async function listed(mailbox: Mailbox): Promise<readonly string[]> {
  return valueOf(await mailbox.list())
    .map(({ name, version }) => `${name} ${version}`)
    .toSorted()
}

/** @param ms ends what hangs: a list that was broken off alone waits half a minute before it is asked for anew */
export async function until(isTrue: () => boolean | Promise<boolean>, what: string, ms = 90_000): Promise<void> {
  for (const end = Date.now() + ms; !(await isTrue()); await sleep(5)) if (Date.now() > end) throw new Error(`waited in vain until ${what}`)
}

/** Somebody with a program of their own on the server, as an administrator or whoever means no good. */
export async function stranger(url: string, login: { readonly user?: string; readonly pass?: string } = {}): Promise<{ readonly connection: NatsConnection; readonly manager: JetStreamManager; readonly close: () => Promise<void> }> {
  const connection = await wsconnect({ servers: url, reconnect: false, ...login })
  const manager = await jetstreamManager(connection, { checkAPI: false })
  return { connection, manager, close: () => connection.close() }
}
