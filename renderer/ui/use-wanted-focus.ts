import { useEffect, type RefObject } from 'react'

/** Gives an element the focus once it is drawn and somebody wants it there. @param onTaken told when it has it, so that it isn't wanted any more */
export function useWantedFocus({ element, isWanted, onTaken }: { readonly element: RefObject<HTMLElement | null>; readonly isWanted: boolean; readonly onTaken: () => void }): void {
  useEffect(() => {
    if (!isWanted) return
    element.current?.focus({ preventScroll: true })
    onTaken()
    // oxlint-disable-next-line react/exhaustive-deps -- once each time it is wanted, whatever function is told
  }, [isWanted, element])
}
