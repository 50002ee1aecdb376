import type { NatsMailbox } from '../../renderer/host/nats/nats-mailbox.ts'
import type { PlanId } from '../../shared/model/ids.ts'
import type { Place } from '../shared/share/share-world.ts'
import { listed, openMailbox, until } from './nats-mailboxes.ts'
import type { NatsServer } from './nats-server.ts'

/** What lies between the computers of a history: a plan of its own on a real server. To be emptied means that the server is killed and its store taken away. */
export function createNatsPlace({ server, plan }: { readonly server: NatsServer; readonly plan: PlanId }): Place {
  const mailboxes: NatsMailbox[] = []
  let emptied = 0
  const settle = async (): Promise<void> => {
    await until(async () => {
      if (mailboxes.some((mailbox) => mailbox.status().kind !== 'reachable')) return false
      const lists = await Promise.all(mailboxes.map((mailbox) => listed(mailbox).catch(() => [Math.random()])))
      return new Set(lists.map((list) => JSON.stringify(list))).size <= 1
    }, 'all computers see the same')
  }
  return {
    settle,
    open: async () => {
      const mailbox = openMailbox({ url: server.url, plan })
      mailboxes.push(mailbox)
      await mailbox.list()
      return mailbox
    },
    empty: async () => {
      emptied += 1
      await server.kill()
      server.empty()
      await server.start()
      // every other time some are still on their way back when it goes on
      if (emptied % 2 === 0) await settle()
    },
    close: async () => {
      await Promise.all(mailboxes.map((mailbox) => mailbox.close()))
    },
  }
}
