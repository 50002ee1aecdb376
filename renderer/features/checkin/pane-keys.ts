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
export function paneKeys({ session, ...keys }: PaneKeys & { readonly session: Session }): (event: KeyboardEvent<HTMLElement>) => void {
  const { onStatus } = keys
  return (event) => {
    const { target, currentTarget, key } = event
    if (event.nativeEvent.isComposing || !(target instanceof HTMLElement) || !currentTarget.contains(target)) return
    // a date field takes what is typed with the same key, and then all of it is saved
    if (event.defaultPrevented && !(key === 'Enter' && (event.ctrlKey || event.metaKey) && target.matches('input'))) return
    const isText = target.matches('textarea, input')
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey
    const status = onStatus === undefined ? undefined : statusOfDigit(event.nativeEvent)
    const done = (act: () => void): void => {
      event.preventDefault()
      act()
    }
    const step = stepOf({ session, ...keys }, event.nativeEvent)
    if (step !== undefined) return done(step)
    if (status !== undefined && (isText ? event.altKey && !event.ctrlKey && !event.metaKey : isPlain)) return done(() => onStatus?.(status))
    if (key === 'Escape') return done(() => (isText ? currentTarget.focus() : focusList()))
    // what is typed goes into the field that has just got the focus
    if (isPlain && !isText && (key === 'Process' || (key.length === 1 && key !== ' '))) {
      focusAtEnd(currentTarget.querySelector('textarea'))
    }
  }
}

/** The same keys beside what is asked about, in the list: those with Ctrl and Alt alone, since letters are the app's there. */
export function keysBeside({ pane, ...keys }: PaneKeys & { readonly session: Session; readonly pane: HTMLElement }): (event: globalThis.KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.isComposing || (event.target instanceof Node && pane.contains(event.target))) return
    const step = stepOf(keys, event)
    if (step === undefined) return
    event.preventDefault()
    step()
  }
}

/** What a key with Ctrl or Alt does, wherever the focus is. Alt with a digit is none: outside of texts it is a quarter. */
function stepOf({ session, onSave, alt = {} }: PaneKeys & { readonly session: Session }, event: globalThis.KeyboardEvent): (() => void) | undefined {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onSave
  if (!event.altKey || event.ctrlKey || event.metaKey) return undefined
  const steps: Readonly<Record<string, () => void>> = { n: () => skip(session), arrowright: () => skip(session), arrowleft: () => goBack(session), enter: () => finish(session), ...alt }
  return steps[nameOf(event)]
}

/** From the keys of a goal to the list of all: there letters are the app's. */
function focusList(): void {
  document.querySelector<HTMLElement>('[data-checkin-list] [aria-current]')?.focus()
}

/** A letter by what it writes, also where Alt makes another sign of it. */
function nameOf({ key, code }: globalThis.KeyboardEvent): string {
  return (key.length > 1 || /^[a-z]$/i.test(key) ? key : code.replace('Key', '')).toLowerCase()
}

function statusOfDigit({ key, code, shiftKey }: globalThis.KeyboardEvent): Status | undefined {
  const digit = /^\d$/.test(key) ? key : (/^Digit(\d)$/.exec(code)?.[1] ?? '')
  return digit === '' || shiftKey ? undefined : statuses[Number(digit) - 1]
}
