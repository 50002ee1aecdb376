import { Toast } from '@base-ui/react/toast'
import { createContext, use } from 'react'

export interface ToastAction {
  readonly label: string
  readonly keys?: string | undefined
  readonly onPress: () => void
}

export interface ToastOptions {
  readonly text: string
  readonly detail?: string | undefined
  readonly action?: ToastAction | undefined
  /** `problem` stays until it is dismissed. */
  readonly tone?: 'plain' | 'problem' | undefined
  /** What it offers undoes what was done last, and so means something else as soon as anything is done. */
  readonly isUndo?: boolean | undefined
  /** A toast with the same id takes the place of the earlier one. */
  readonly id?: string | undefined
}

export interface Toaster {
  /** Returns the id, for `dismiss`. */
  readonly show: (options: ToastOptions) => string
  /** Without an id all of them. */
  readonly dismiss: (id?: string) => void
  /** Dismisses those that offer to undo what was done last, but for one. */
  readonly dismissUndo: (but?: string) => void
  /** Dismisses those that offer to do something: what it would be done to is no longer open. */
  readonly dismissActions: () => void
  readonly manager: ReturnType<typeof Toast.createToastManager<ToastContent>>
}

export interface ToastContent {
  readonly action: ToastAction | undefined
}

/** Where toasts are asked for, inside React or outside. One per app, given to `UiProvider`. */
export function createToaster(): Toaster {
  const manager = Toast.createToastManager<ToastContent>()
  const undoing = new Set<string>()
  const acting = new Set<string>()
  return {
    manager,
    dismiss: (id) => manager.close(id),
    dismissUndo: (but) => {
      for (const id of undoing) {
        if (id === but) continue
        undoing.delete(id)
        manager.close(id)
      }
    },
    dismissActions: () => {
      for (const id of acting) manager.close(id)
      acting.clear()
      undoing.clear()
    },
    show: ({ text, detail, action, tone = 'plain', isUndo = false, id }) => {
      const shown = manager.add({
        ...(id !== undefined && { id }),
        title: text,
        description: detail,
        type: tone,
        // Never `high`: Base UI would hide the toast's buttons from screen readers until the focus is on them.
        priority: 'low',
        // Long enough to read, reach and press; what an action does is also done by its key, for as long as one likes.
        timeout: tone === 'problem' ? 0 : action === undefined ? 4_000 : 8_000,
        data: { action },
      })
      if (isUndo) undoing.add(shown)
      if (action === undefined) acting.delete(shown)
      else acting.add(shown)
      return shown
    },
  }
}

export const ToasterContext = createContext<Toaster | null>(null)

export function useToast(): Toaster {
  const toaster = use(ToasterContext)
  if (toaster === null) throw new Error('useToast is used outside of UiProvider')
  return toaster
}
