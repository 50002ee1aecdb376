import { slotNumbers } from './writer-slot.ts'

const key = 'quarterdeck.slot'

/** The slot that this window had before it was reloaded, or restored; null for one that is new, or where nothing is kept. */
export function rememberedSlot(): number | null {
  try {
    const kept = Number(sessionStorage.getItem(key) ?? Number.NaN)
    return slotNumbers.includes(kept) ? kept : null
  } catch {
    return null
  }
}

export function rememberSlot(slot: number): void {
  try {
    sessionStorage.setItem(key, String(slot))
  } catch {
    // then a reload may give the window another, with which it works as well
  }
}
