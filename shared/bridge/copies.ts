import * as v from 'valibot'
import { maxCopyBytes } from '../copies/copy-limits.ts'
import { isCopyFolder, isCopyName } from '../copies/copy-name.ts'
import { copyFailures } from '../copies/copy-store.ts'

/** The folder of a plan's copies, or of what is true of all plans: a name, never a path. */
export const copyFolder = v.pipe(v.string(), v.maxLength(100), v.check(isCopyFolder))

const name = v.pipe(v.string(), v.maxLength(120), v.check(isCopyName))
const text = v.pipe(v.string(), v.maxLength(maxCopyBytes))

export const copyPlace = v.strictObject({ folder: copyFolder, name })
export const copyText = v.strictObject({ folder: copyFolder, name, text })
/** `lastBytes`: how much of the end of a file is wanted; null for all of it. */
export const copyPart = v.strictObject({
  folder: copyFolder,
  name,
  lastBytes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxCopyBytes))),
})

const failure = v.strictObject({ ok: v.literal(false), reason: v.picklist(copyFailures) })

/** What became of a change: null when it is on the disk, else why not. */
export const copyChanged = v.nullable(v.picklist(copyFailures))
export const copyRead = v.variant('ok', [v.strictObject({ ok: v.literal(true), value: v.nullable(v.string()) }), failure])
export const copyFolders = v.variant('ok', [v.strictObject({ ok: v.literal(true), value: v.array(copyFolder) }), failure])
export const copyFiles = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: v.array(v.strictObject({ name, size: v.pipe(v.number(), v.integer(), v.minValue(0)) })) }),
  failure,
])
