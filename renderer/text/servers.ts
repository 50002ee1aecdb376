import type { AddressFault } from '../../shared/share/server-address.ts'

/** What is said of a server's address that can't be right. */
export const addressFaultWords: Readonly<Record<AddressFault, string>> = {
  empty: 'Type or paste the address of the server, like wss://nats.example.org.',
  tooLong: 'That is longer than an address can be. Paste the address alone, like wss://nats.example.org.',
  scheme: 'The address begins with wss://, since the planner reaches servers through a WebSocket. Ask whoever runs the server for that address.',
  open: 'Without encryption everybody on the way could read the plan, so ws:// works only for a server on this computer. Use wss:// for any other.',
  host: 'The name of the server isn’t one. It looks like nats.example.org or 192.0.2.7.',
  port: 'What stands behind the colon isn’t a port. It is a number from 1 to 65535.',
  path: 'What stands behind the name of the server can’t be read. A path has letters, digits and slashes, and no question mark.',
  plan: 'What stands behind # isn’t the id of a plan. Copy the whole address again, or leave out # and what follows it.',
}
