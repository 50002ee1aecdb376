/** A field that is still being edited keeps what was typed when it loses the focus: it becomes an edit before anything is closed. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
