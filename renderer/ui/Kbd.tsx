import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { controlText } from '../text/controls.ts'
import { classes } from './classes.ts'
import styles from './Kbd.module.css'
import { showKeys } from './keys.ts'
import { useMac } from './mac.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface KbdProps {
  /** As `Ctrl+K`, `Alt+Up`, `Shift+Enter`, `?`. */
  readonly keys: string
  /** Glyphs of a Mac instead of names; without it what `UiProvider` says. */
  readonly mac?: boolean
  /** Without frames, for menus and buttons where the keys stand at the end of a line. */
  readonly plain?: boolean
  readonly className?: string | undefined
}

// drawn, since the app's letters have no arrows to the side
const arrows: Readonly<Record<string, ReactNode>> = {
  '↑': <ArrowUp aria-hidden="true" />,
  '↓': <ArrowDown aria-hidden="true" />,
  '←': <ArrowLeft aria-hidden="true" />,
  '→': <ArrowRight aria-hidden="true" />,
}

/** Keys a person may press. Screen readers learn them from `aria-keyshortcuts` of the control, where there is one. */
export function Kbd({ keys, mac, plain = false, className }: KbdProps) {
  const onMac = useMac()
  const shown = showKeys({ keys, mac: mac ?? onMac })
  return (
    <kbd className={classes(styles.keys, plain && styles.plain, className)}>
      {shown.map((key) => (
        <kbd key={key} className={styles.key}>
          {arrows[key] === undefined ? key : <Arrow icon={arrows[key]} name={controlText.arrows[key] ?? key} />}
        </kbd>
      ))}
    </kbd>
  )
}

function Arrow({ icon, name }: { readonly icon: ReactNode; readonly name: string }) {
  return (
    <>
      {icon}
      <VisuallyHidden>{name}</VisuallyHidden>
    </>
  )
}
