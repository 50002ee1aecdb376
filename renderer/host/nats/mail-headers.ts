import { headers, type MsgHdrs } from '@nats-io/nats-core'
import { maxFileBytes } from '../../../shared/bridge/files.ts'
import { type Slot, slots } from './plan-subjects.ts'

/** What stands at the head of a message beside its text, so that a list can be made without the texts. */
export interface Head {
  /** Drawn for each text that is put: a server that lost some and counts anew never gives two texts one version. */
  readonly id: string
  /** Null where the message holds the text itself. */
  readonly split: SplitText | null
}

/** A text over the server's limit: its parts lie in messages of their own, each with the same id. */
export interface SplitText {
  readonly slot: Slot
  readonly parts: number
  /** Of the whole text as UTF-8. */
  readonly bytes: number
  readonly digest: string
}

const idHeader = 'Quarterdeck-Id'
const splitHeader = 'Quarterdeck-Parts'
const mostParts = 65_536

export function writeHead({ id, split }: Head): MsgHdrs {
  const written = headers()
  written.set(idHeader, id)
  if (split !== null) written.set(splitHeader, [split.slot, split.parts, split.bytes, split.digest].join(' '))
  return written
}

/** Null where the message is none of ours, or says of itself what can't be. */
export function readHead(given: MsgHdrs | undefined): Head | null {
  const id = given?.get(idHeader) ?? ''
  const split = given?.get(splitHeader) ?? ''
  if (!/^[\w-]{21}$/.test(id)) return null
  if (split === '') return { id, split: null }
  const [, slot = '', parts, bytes, digest = ''] = /^([ab]) (\d{1,5}) (\d{1,9}) (sha256:[0-9a-f]{64})$/.exec(split) ?? []
  const found = slots.find((each) => each === slot)
  if (found === undefined || Number(parts) < 1 || Number(parts) > mostParts || Number(parts) > Number(bytes) || Number(bytes) > maxFileBytes) return null
  return { id, split: { slot: found, parts: Number(parts), bytes: Number(bytes), digest } }
}
