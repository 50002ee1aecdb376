/** A piece of running text, or the id of a task in it. */
export type TaskPiece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'task'; readonly id: string }

const taskId = /(?<![\p{L}\p{N}_-])T\d{2,8}(?![\p{L}\p{N}_-])/gu

/** Splits a text at ids of tasks, `T205923`. */
export function splitTaskIds(text: string): readonly TaskPiece[] {
  const pieces: TaskPiece[] = []
  let from = 0
  for (const { 0: id, index } of text.matchAll(taskId)) {
    if (index > from) pieces.push({ kind: 'text', text: text.slice(from, index) })
    pieces.push({ kind: 'task', id })
    from = index + id.length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

/** The task that was typed or pasted, also as an address that ends in its id; null for nothing. */
export function parseTask(typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  const last = externalLast(text)
  return /^t\d{2,8}$/i.test(last) ? last.toUpperCase() : text.slice(0, 200).toWellFormed()
}

function externalLast(text: string): string {
  const path = URL.parse(text)?.pathname ?? text
  return path.split('/').findLast((part) => part !== '') ?? text
}
