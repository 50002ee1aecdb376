/** What takes letters for itself; a slider takes arrows and no letters. */
export const fields = 'input:not([type="range"]), textarea, select, [contenteditable="true"], [role="combobox"]'

/** Whether what has the focus is something one types into. */
export function isTyping(): boolean {
  return document.activeElement?.matches(fields) === true
}
