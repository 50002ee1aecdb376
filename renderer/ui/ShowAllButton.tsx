import type { ReactNode } from 'react'
import { controlText } from '../text/controls.ts'
import { Button } from './Button.tsx'

export interface ShowAllButtonProps {
  /** How many there are in all. */
  readonly count: number
  readonly isWhole: boolean
  readonly onChange: (isWhole: boolean) => void
}

/** Unfolds a long list, and folds it again. */
export function ShowAllButton({ count, isWhole, onChange }: ShowAllButtonProps): ReactNode {
  return (
    <Button size="small" variant="quiet" aria-expanded={isWhole} onClick={() => onChange(!isWhole)}>
      {isWhole ? controlText.showFewer : controlText.showAll(count)}
    </Button>
  )
}
