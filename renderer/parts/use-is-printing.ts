import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** On paper every row is drawn, not only those in sight. */
export function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => onPrinting(setPrinting), [])
  return isPrinting
}

/** Tells when the page goes to the printer and when it comes back; what is drawn anew for paper is there before it is printed. */
export function onPrinting(listener: (isPrinting: boolean) => void): () => void {
  const paper = window.matchMedia('print')
  let isPrinting = false
  // both events tell of it, the second when what is not printed may have lost the focus already
  const begin = (): void => {
    if (!isPrinting) flushSync(() => listener(true))
    isPrinting = true
  }
  const end = (): void => {
    if (isPrinting) listener(false)
    isPrinting = false
  }
  const change = (): void => (paper.matches ? begin() : end())
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  paper.addEventListener('change', change)
  return () => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
    paper.removeEventListener('change', change)
  }
}
