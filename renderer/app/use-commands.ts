import { useEffect } from 'react'
import { createKeybindingsHandler } from 'tinykeys'
import type { Host } from '../host/host.ts'
import type { Command, CommandContext } from './commands/command.ts'
import { commands, menuRows } from './commands/registry.ts'
import type { App } from './create-app.ts'
import { fields, isTyping } from './typing.ts'

/** Lets keys and the native menu run the commands of the registry. */
export function useCommands({ app, host }: { readonly app: App; readonly host: Host }): void {
  useEffect(() => {
    const context = (): CommandContext => contextOf(app)
    const bindings = Object.fromEntries(
      commands.flatMap((command) =>
        command.keys.map((keys) => [
          keys,
          (event: KeyboardEvent) => {
            // whatever was begun besides ends with this: the E after G B is no G E
            hear = createHandler()
            if (!hears({ command, keys, event, app }) || command.isEnabled?.(context()) === false) return
            event.preventDefault()
            command.run(context())
          },
        ]),
      ),
    )
    // a key that is held down repeats, and commands with $mod work in fields: `hears` decides
    const createHandler = (): ReturnType<typeof createKeybindingsHandler> => createKeybindingsHandler(bindings, { ignore: (event) => event.isComposing || isTyped(event) })
    let hear = createHandler()
    let last = ''
    const onKeyDown = (event: KeyboardEvent): void => {
      // pressed twice, the first of two keys begins anew: G G B leads to the board as well
      if (event.key === last && beginnings.has(event.key)) hear = createHandler()
      last = event.key
      hear(event)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [app])

  useEffect(() => {
    const stop = host.onCommand((id) => {
      const command = commands.find((each) => each.id === id)
      // macOS lets the menu answer Command+Z also while a text is being typed: then it is the text's own undo
      if (isTyping() && command?.menu === 'edit') return void document.execCommand(id === 'edit.undo' ? 'undo' : 'redo')
      if (command !== undefined && command.isEnabled?.(contextOf(app)) !== false) command.run(contextOf(app))
    })
    const stopFeeding = feedMenu({ app, host })
    return () => {
      stop()
      stopFeeding()
    }
  }, [app, host])
}

export function contextOf(app: App): CommandContext {
  const { phase } = app.store.getState()
  return { app, session: phase.kind === 'plan' ? phase.opened.session : null }
}

/** The first keys of those of two. */
const beginnings: ReadonlySet<string> = new Set(commands.flatMap(({ keys }) => keys.flatMap((each) => (each.includes(' ') ? [each.split(' ')[0] ?? ''] : []))))

/** What takes letters for itself; a toast is a dialog by its role. */
const lists = '[role="dialog"], [role="menu"], [role="listbox"]'
/** What has arrows, Enter and Delete of its own. */
const regions = 'aside, [role="treegrid"], [role="radiogroup"]'

/** Whether a key is a letter of a text: such begin no keys of two letters, so that the B after "tooling" is no G B. */
function isTyped(event: KeyboardEvent): boolean {
  const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
  return isLetter && event.target instanceof Element && event.target.closest(fields) !== null
}

/** Whether a key is meant for the command, or for what has the focus. */
function hears({ command, keys, event, app }: { readonly command: Command; readonly keys: string; readonly event: KeyboardEvent; readonly app: App }): boolean {
  if (event.defaultPrevented || event.isComposing) return false
  const target = event.target instanceof Element ? event.target : document.body
  // what stands over everything has the keys; a toast, though a dialog by its role, has not
  if (document.querySelector('[data-overlay]') !== null) return false
  if (target.closest(fields) !== null) return command.inFields === true
  const isPlain = !keys.includes('$mod') && !keys.includes('Alt+')
  if (!isPlain) return true
  if (/^[a-z0-9]( |$)/.test(keys) && !app.preferences().singleKeys) return false
  if (keys === 'Enter' && target.closest('button, a') !== null) return false
  if (target.closest('[data-goal]') !== null) return true
  if (target.closest(lists) !== null || (isNamedKey(keys) && target.closest(regions) !== null)) return false
  // on a row of the tree that is no goal, letters that act on a goal would act on one that isn't meant
  return command.menu !== 'goal' || command.id === 'goal.new' || command.id === 'goal.rename' || target.closest('[role="treegrid"]') === null
}

/** Enter, Delete, arrows: keys with a name, but for Escape, which leaves what one is in. */
function isNamedKey(keys: string): boolean {
  return /^[A-Z][a-z]/.test(keys) && keys !== 'Escape'
}

/** Sends the table to the native menu, again whenever a row of it changes. */
function feedMenu({ app, host }: { readonly app: App; readonly host: Host }): () => void {
  if (host.kind === 'browser') return () => undefined
  let sent = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = (): void => {
    const rows = menuRows(contextOf(app))
    const text = JSON.stringify(rows)
    if (text !== sent) host.setCommands(rows)
    sent = text
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(send, 50)
  }
  let stop: readonly (() => void)[] = []
  const follow = (): void => {
    for (const each of stop) each()
    const { session } = contextOf(app)
    stop = session === null ? [] : [session.plan.subscribe(soon), session.board.subscribe(soon), session.ui.subscribe(soon), session.share.subscribe(soon)]
    soon()
  }
  const stopApp = app.store.subscribe(follow)
  follow()
  return () => {
    stopApp()
    clearTimeout(timer)
    for (const each of stop) each()
  }
}
