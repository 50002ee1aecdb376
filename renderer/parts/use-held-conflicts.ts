import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { OpenConflict } from '../../shared/plan/open-conflict.ts'

/** A conflict at its place in a list; one that is decided leaves an empty place. */
export interface ShownConflict {
  readonly conflict: OpenConflict
  readonly isDecided: boolean
}

export interface HeldConflicts {
  readonly shown: readonly ShownConflict[]
  readonly isHeld: boolean
  /** Call before one is decided. */
  readonly hold: () => void
  readonly release: () => void
  /** For what holds the list. */
  readonly listens: {
    readonly onClickCapture: (event: MouseEvent) => void
    readonly onKeyDownCapture: (event: KeyboardEvent) => void
    readonly onMouseDown: (event: MouseEvent) => void
    readonly onPointerLeave: () => void
  }
}

const decidingKeys = new Set(['1', '2', 'Enter', ' '])

/**
 * Conflicts as a list shows them. What is decided by a press keeps its place until the pointer leaves the list, so that
 * nothing else comes under the pointer and a second press meets nothing; what comes in meanwhile stands at the end. With
 * keys the next one takes the place at once, since it has the focus, and a key that is held down decides one.
 */
export function useHeldConflicts(open: readonly OpenConflict[]): HeldConflicts {
  /** As they stood when the first was decided. */
  const [held, setHeld] = useState<readonly OpenConflict[] | null>(null)
  const isPress = useRef(false)
  const shown = useMemo(() => (held === null ? open.map((conflict) => ({ conflict, isDecided: false })) : inPlace(held, open)), [held, open])
  const release = (): void => setHeld(null)
  return {
    shown,
    isHeld: held !== null,
    hold: () => setHeld(isPress.current ? shown.map(({ conflict }) => conflict) : null),
    release,
    listens: {
      // a click that no pointer made counts none
      onClickCapture: ({ detail }) => void (isPress.current = detail > 0),
      onKeyDownCapture: (event) => {
        isPress.current = false
        if (!event.repeat || !decidingKeys.has(event.key)) return
        event.preventDefault()
        event.stopPropagation()
      },
      // a press on an empty place takes the focus from nobody
      onMouseDown: (event) => {
        if (held !== null && event.target instanceof Element && event.target.closest('button, [data-conflict]') === null) event.preventDefault()
      },
      onPointerLeave: release,
    },
  }
}

function inPlace(held: readonly OpenConflict[], open: readonly OpenConflict[]): readonly ShownConflict[] {
  const waiting = new Map(open.map((conflict) => [conflict.id, conflict]))
  const known = new Set(held.map(({ id }) => id))
  const kept = held.map((before) => ({ conflict: waiting.get(before.id) ?? before, isDecided: !waiting.has(before.id) }))
  return [...kept, ...open.flatMap((conflict) => (known.has(conflict.id) ? [] : [{ conflict, isDecided: false }]))]
}
