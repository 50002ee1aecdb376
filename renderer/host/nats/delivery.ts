import type { Msg } from '@nats-io/nats-core'

/** What a stream's consumer says of a message in the address to answer to: `$JS.ACK.<stream>.<consumer>.….<pending>`. */
export interface Delivery {
  /** The number of the message in the stream. */
  readonly sequence: number
  /** Counts the messages handed to this consumer, from 1: a jump means that one was lost. */
  readonly handed: number
  /** How many are still to come of those that lie there. */
  readonly pending: number
  /** When the stream took it in, as text of digits. */
  readonly time: string
}

/** Null where it is no message of a stream. Newer servers name domain and account before the stream. */
export function readDelivery({ reply = '' }: Pick<Msg, 'reply'>): Delivery | null {
  const tokens = reply.split('.')
  if (tokens[0] !== '$JS' || tokens[1] !== 'ACK' || tokens.length < 9) return null
  const [sequence, handed, time = '', pending] = tokens.slice(tokens.length === 9 ? 5 : 7)
  const numbers = [sequence, handed, time, pending]
  if (!numbers.every((each) => each !== undefined && /^\d{1,20}$/.test(each))) return null
  return { sequence: Number(sequence), handed: Number(handed), pending: Number(pending), time }
}

/** How many messages a consumer has handed out, as its heartbeat says; null where it is no heartbeat. */
export function readHeartbeat({ headers }: Pick<Msg, 'headers'>): number | null {
  if (headers?.code !== 100 || !/heartbeat/i.test(headers.description)) return null
  const last = headers.get('Nats-Last-Consumer')
  return /^\d{1,20}$/.test(last) ? Number(last) : null
}
