import * as v from 'valibot'

/** What a file is opened or saved as: the shared plan, a snapshot of it, a goals page as text, the wikitext of a plan, or a report. Decides endings and the dialog's filter. */
export const fileKinds = ['plan', 'snapshot', 'page', 'wikitext', 'reportMarkdown', 'reportWikitext', 'reportHtml', 'reportCsv'] as const
export type FileKind = (typeof fileKinds)[number]

/** The endings a kind is recognised by; the first is what a saved file gets. `.qdeck` is a plan file under an ending of its own, so that a double click can open it. */
export const fileEndings: Readonly<Record<FileKind, readonly string[]>> = {
  plan: ['.plan.json', '.qdeck', '.json'],
  snapshot: ['.snapshot.json'],
  page: ['.txt', '.wiki', '.md'],
  wikitext: ['.wiki', '.txt'],
  reportMarkdown: ['.md'],
  reportWikitext: ['.wiki'],
  reportHtml: ['.html'],
  reportCsv: ['.csv'],
}

/** The kinds that are opened here again after they were saved. A report is for others to read. */
export const reopened: readonly FileKind[] = ['plan', 'snapshot', 'page', 'wikitext']

/** The largest file that is opened, in bytes; looked at before the first byte is read. */
export const maxFileBytes = 64 * 1024 * 1024

/** More at once is a mistake with a wildcard, or a slip of the hand, and not a wish. */
export const mostFilesAtOnce = 20

/** Stands for a file a person chose in a dialog, or handed to the app. No path ever reaches the renderer. */
export const fileToken = v.pipe(v.string(), v.regex(/^file-[A-Za-z0-9_-]{21}$/))

/** A file's own name, without its folder. Any text: names are as hostile as what is in the file. */
const fileName = v.pipe(v.string(), v.maxLength(1024))

/**
 * A file that was chosen: what is in it, or why it was not read.
 * `tooLarge`: over {@link maxFileBytes}; `utf16`: text in UTF-16; `notText`: not UTF-8; `missing`: there is no such file;
 * `folder`: it is one; `tooMany`: it and what came after it was left out, over {@link mostFilesAtOnce}; `unreadable`: the system refused.
 */
export const openedFile = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), token: fileToken, name: fileName, text: v.string() }),
  v.strictObject({ ok: v.literal(false), name: fileName, reason: v.picklist(['tooLarge', 'utf16', 'notText', 'missing', 'folder', 'tooMany', 'unreadable']) }),
])
export type OpenedFile = v.InferOutput<typeof openedFile>

/**
 * A file that was to be written. When it is not `ok`, what was there before is untouched.
 * `denied`: no right to write there; `full`: no room left; `failed`: anything else.
 */
export const savedFile = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), token: fileToken, name: fileName }),
  v.strictObject({ ok: v.literal(false), name: fileName, reason: v.picklist(['denied', 'full', 'failed']) }),
])
export type SavedFile = v.InferOutput<typeof savedFile>
