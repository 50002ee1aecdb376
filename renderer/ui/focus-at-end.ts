/** Puts the focus into a field, after the words that stand in it: one goes on writing. */
export function focusAtEnd(field: HTMLTextAreaElement | null): void {
  if (field === null) return
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
}
