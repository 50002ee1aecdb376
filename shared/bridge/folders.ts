import * as v from 'valibot'
import { isOwnPath, itemAtPath } from '../share/folder/folder-path.ts'
import { mailFailures } from '../share/mailbox.ts'

/** Stands for a folder a person chose, over restarts too. No path of it ever reaches the renderer. */
export const folderToken = v.pipe(v.string(), v.regex(/^folder-[A-Za-z0-9_-]{21}$/))

/** What a folder might be called: a title, which main makes a name of. */
export const folderSuggestion = v.pipe(v.string(), v.maxLength(10_000))

export const chosenFolder = v.strictObject({ token: folderToken, name: v.pipe(v.string(), v.maxLength(1024)) })

const path = v.pipe(v.string(), v.maxLength(300))
/** Within the folder, of something of a share. */
export const sharedPath = v.pipe(path, v.check((text) => itemAtPath(text) !== null))
/** The same, of what may be written. */
export const ownPath = v.pipe(path, v.check(isOwnPath))

/** How a file lay in the folder when it was seen last; null where it wasn't there. */
export const fileAsSeen = v.optional(v.nullable(v.pipe(v.string(), v.maxLength(64))))

const failure = v.strictObject({ ok: v.literal(false), reason: v.picklist(mailFailures) })
const file = v.strictObject({ path: sharedPath, bytes: v.pipe(v.number(), v.integer(), v.minValue(0)), modified: v.pipe(v.number(), v.finite()) })

export const folderFile = v.variant('ok', [v.strictObject({ ok: v.literal(true), value: file }), failure])
export const folderFiles = v.variant('ok', [v.strictObject({ ok: v.literal(true), value: v.array(file) }), failure])
export const folderText = v.variant('ok', [v.strictObject({ ok: v.literal(true), value: v.nullable(v.string()) }), failure])
