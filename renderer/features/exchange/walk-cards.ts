import type { KeyboardEvent } from 'react'

/**
 * Keys for cards with radios: up and down, Home and End walk from one to the other, digits choose; left and
 * right stay the browser's. To be put on the element around the cards.
 */
export function walkCards(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-choice-card]')]
  const card = event.target.closest<HTMLElement>('[data-choice-card]')
  if (card === null) return
  const next = nextCard({ key: event.key, cards, card })
  if (next !== undefined) {
    event.preventDefault()
    focusCard(next)
  } else if (/^[1-9]$/.test(event.key)) {
    event.preventDefault()
    const radio = card.querySelectorAll<HTMLInputElement>('input[type="radio"]')[Number(event.key) - 1]
    radio?.focus()
    radio?.click()
  }
}

interface Walk {
  readonly key: string
  readonly cards: readonly HTMLElement[]
  readonly card: HTMLElement
}

function nextCard({ key, cards, card }: Walk): HTMLElement | undefined {
  const index = cards.indexOf(card)
  switch (key) {
    case 'ArrowDown':
      return cards[Math.min(index + 1, cards.length - 1)]
    case 'ArrowUp':
      return cards[Math.max(index - 1, 0)]
    case 'Home':
      return cards[0]
    case 'End':
      return cards.at(-1)
    default:
      return undefined
  }
}

function focusCard(card: HTMLElement): void {
  card.querySelector<HTMLElement>('input:checked')?.focus({ preventScroll: true })
  card.scrollIntoView({ block: 'nearest' })
}
