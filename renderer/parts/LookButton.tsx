import type { ReactNode } from 'react'
import { shareText } from '../text/share.ts'
import { Button, type ButtonProps } from '../ui/Button.tsx'
import styles from './LookButton.module.css'
import { useLooking } from './use-looking.ts'

export interface LookButtonProps extends Pick<ButtonProps, 'variant' | 'className'> {
  /** Whether the place could not be reached. */
  readonly isRetry: boolean
}

/** Looks into the folder or on the server at once, and says that it does, in the room that it has. */
export function LookButton({ isRetry, ...button }: LookButtonProps): ReactNode {
  const { isLooking, look } = useLooking()
  const rest = isRetry ? shareText.retry : shareText.look
  const [said, unsaid] = isLooking ? [shareText.looking, rest] : [rest, shareText.looking]
  return (
    <Button size="small" {...button} onClick={look}>
      {/* the unseen one holds the width */}
      <span className={styles.words} data-unsaid={unsaid}>
        {said}
      </span>
    </Button>
  )
}
