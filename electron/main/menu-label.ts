/** A text as the label of a menu item: a lone & would underline the letter after it, as in "Undo move of R&D". */
export function menuLabel(text: string): string {
  return text.replaceAll('&', '&&')
}
