import type { KeyboardEvent } from 'react'
import { statuses, type Status } from '../../../shared/model/status.ts'
import type { Session } from '../../state/session.tsx'
import { focusAtEnd } from '../../ui/focus-at-end.ts'
import { finish, goBack, skip } from './go.ts'

export interface PaneKeys {
  readonly onSave: () => void
  /** A digit, in a text with Alt: the status of the goal. Left out where several have one each. */
  readonly onStatus?: ((status: Status) => void) | undefined
  /** What Alt and these letters do here besides. */
  readonly alt?: Readonly<Record<string, () => void>> | undefined
}

/** The keys of what is asked about: they save, step and choose a status, and a letter begins the note. */
export function paneKeys({ session, onSave, onStatus, alt = {} }: PaneKeys & { readonly session: Session }): (event: KeyboardEvent<HTMLElement>) => void {
  const onAlt: Readonly<Record<string, () => void>> = { n: () => skip(session), arrowright: () => skip(session), arrowleft: () => goBack(session), enter: () => finish(session), ...alt }
  return (event) => {
    const { target, currentTarget, key } = event
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(target instanceof HTMLElement) || !currentTarget.contains(target)) return
    const isText = target.matches('textarea, input')
    const isAlt = event.altKey && !event.ctrlKey && !event.metaKey
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey
    const status = onStatus === undefined ? undefined : statusOfDigit(event)
    const done = (act: () => void): void => {
      event.preventDefault()
      act()
    }
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) return done(onSave)
    const step = isAlt ? onAlt[nameOf(event)] : undefined
    if (step !== undefined) return done(step)
    if (status !== undefined && (isText ? isAlt : isPlain)) return done(() => onStatus?.(status))
    if (key === 'Escape') return done(() => (isText ? currentTarget.focus() : focusList()))
    // what is typed goes into the field that has just got the focus
    if (isPlain && !isText && (key === 'Process' || (key.length === 1 && key !== ' '))) {
      focusAtEnd(currentTarget.querySelector('textarea'))
    }
  }
}

/** From the keys of a goal to the list of all: there letters are the app's. */
function focusList(): void {
  document.querySelector<HTMLElement>('[data-checkin-list] [aria-current]')?.focus()
}

/** A letter by what it writes, also where Alt makes another sign of it. */
function nameOf({ key, nativeEvent }: KeyboardEvent): string {
  return (key.length > 1 || /^[a-z]$/i.test(key) ? key : nativeEvent.code.replace('Key', '')).toLowerCase()
}

function statusOfDigit({ key, nativeEvent }: KeyboardEvent): Status | undefined {
  const digit = /^\d$/.test(key) ? key : (/^Digit(\d)$/.exec(nativeEvent.code)?.[1] ?? '')
  return digit === '' || nativeEvent.shiftKey ? undefined : statuses[Number(digit) - 1]
}
