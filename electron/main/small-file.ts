import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import { codeOf, log } from './log.ts'

/** A small file of the profile, for its owner only; what `log` says of one that could not be written. */
interface SmallFile<Schema extends v.GenericSchema> {
  readonly path: string
  readonly schema: Schema
  readonly notKept: string
}

/**
 * Read and written at once: the first before there is a window, the last while the app goes away. Written beside and
 * renamed, so that it is whole or the one before; not flushed to the disk, since losing it costs nobody a plan.
 */
export function createSmallFile<Schema extends v.GenericSchema>({ path, schema, notKept }: SmallFile<Schema>): {
  /** Null where there is none yet, or none of ours: both begin anew. */
  readonly read: () => v.InferOutput<Schema> | null
  readonly write: (content: v.InferOutput<Schema>) => void
} {
  return {
    read() {
      try {
        const parsed = v.safeParse(schema, JSON.parse(readFileSync(path, 'utf8')))
        return parsed.success ? parsed.output : null
      } catch {
        return null
      }
    },
    write(content) {
      try {
        writeFileSync(`${path}.new`, JSON.stringify(content), { mode: 0o600 })
        renameSync(`${path}.new`, path)
      } catch (error) {
        log(notKept, { code: codeOf(error) })
      }
    },
  }
}
