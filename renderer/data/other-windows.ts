import { isObject } from '../../shared/file/json-value.ts'
import { nameOfRow, readCommitRows } from './commit-row.ts'
import { done } from './failure.ts'
import type { FollowedLog } from './followed-log.ts'
import { inTurn } from './in-turn.ts'
import type { PlanDatabase } from './plan-database.ts'
import type { StoragePlatform } from './platform.ts'
import { isCount } from './raw-value.ts'
import type { Stored } from './storage.ts'

/** The other windows that have a plan open: they are told of what is written here, and what they write is read here. */
export interface OtherWindows {
  /** Reads on from the last row of the log that this window knows. */
  readonly catchUp: () => Promise<Stored<undefined>>
  /** Tells them that it is worth reading on; where a row is named, those that know it already need not. */
  readonly tell: (row?: { readonly seq: number | undefined }) => void
  /** No longer reads on when a person looks at the page; what the others tell is still read. */
  readonly stopWatching: () => void
  readonly close: () => void
}

interface OtherWindowsParts {
  readonly name: string
  readonly database: PlanDatabase
  readonly log: FollowedLog
  readonly platform: Pick<StoragePlatform, 'openChannel' | 'onShown'>
  /** Goes on where another window has written the log anew. */
  readonly startAnew: () => Promise<Stored<undefined>>
}

/**
 * How a window knows what the others wrote: transactions that write to one store run one after the other, in every
 * window of a browser, and the store counts its rows in that order (IndexedDB 3.0, "transaction scheduling"). So
 * when a row is seen, all rows with a lower `seq` were committed before it, and reading on from the last row seen
 * misses nothing and meets nothing twice. A message only says that it is worth reading; if one is lost, the next
 * message, a look at the page, or the next checkpoint reads on just the same.
 */
export function createOtherWindows({ name, database, log, platform, startAnew }: OtherWindowsParts): OtherWindows {
  const catchUp = inTurn(async (): Promise<Stored<undefined>> => {
    const position = log.position()
    if (position === null) return done
    const { seen, last } = position
    const read = await database.run(() => database.commits.where(':id').aboveOrEqual(seen).toArray())
    if (!read.ok) return read
    if (seen > 0 && nameOfRow(read.value[0]) !== last) return startAnew()
    const rows = readCommitRows(seen > 0 ? read.value.slice(1) : read.value)
    if (!rows.ok) return rows
    log.take(rows.value)
    return done
  })
  const channel = platform.openChannel({
    name,
    onMessage: (message) => {
      const isOld = isObject(message) && isCount(message['seq']) && message['seq'] <= (log.position()?.seen ?? 0)
      if (!isOld) void catchUp()
    },
  })
  const stopWatching = platform.onShown(() => void catchUp())
  return { catchUp, tell: (row) => channel.post(row ?? {}), stopWatching, close: () => channel.close() }
}
