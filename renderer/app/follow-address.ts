import { product } from '../../shared/bridge/product.ts'
import type { Host } from '../host/host.ts'
import { isUnsafe } from '../state/backup-store.ts'
import type { AppStore } from './app-store.ts'
import type { App } from './create-app.ts'
import { isolated } from '../text/isolated.ts'
import { placeOf } from './place-of.ts'
import { formatRoute, parseRoute } from './route.ts'

/** Goes where the address says, when a person has changed it or gone back. */
export function goTo({ app, store }: { readonly app: App; readonly store: AppStore }): void {
  const route = parseRoute(location.hash)
  const { phase } = store.getState()
  if (route === null) return app.showStart()
  if (phase.kind !== 'plan' || phase.opened.session.plan.getState().planId !== route.plan) {
    return void app.desk.has(route.plan).then((isHere) => void (isHere ? app.desk.open({ id: route.plan, route }) : app.desk.showStart()))
  }
  const { board, ui } = phase.opened.session
  board.getState().showScope(route.scope)
  ui.getState().show(route.screen)
  ui.getState().openGoal(route.goal)
  ui.getState().lookAt(route.moment)
  ui.getState().checkInFor(route.month)
}

/** Keeps the window's address and title at where the person is, and the frame around it informed of unsaved work. */
export function followInAddress(store: AppStore, host: Host): void {
  let stop: (() => void)[] = []
  const follow = (): void => {
    for (const each of stop) each()
    stop = []
    const { phase } = store.getState()
    if (phase.kind === 'unusable') return host.setBusy(false) // the address stays, for when it can be read
    if (phase.kind !== 'plan') {
      history.replaceState(null, '', '#/')
      document.title = product.name
      return host.setBusy(false)
    }
    const { plan, board, ui, backups, share } = phase.opened.session
    const update = (): void => {
      history.replaceState(null, '', formatRoute(placeOf({ plan, board, ui })))
    }
    // a browser refuses addresses that change with every step of a slider
    let timer: ReturnType<typeof setTimeout> | undefined
    const updateSoon = (): void => {
      clearTimeout(timer)
      timer = setTimeout(update, 200)
    }
    const tell = (): void => {
      document.title = `${isolated(plan.getState().view.plan?.title ?? '')} - ${product.name}`
      host.setBusy(isUnsaved(store))
    }
    stop = [
      () => clearTimeout(timer),
      ui.subscribe((now, before) => (now.moment === before.moment ? update() : updateSoon())),
      board.subscribe((now, before) => now.query.scope !== before.query.scope && update()),
      backups.subscribe((now, before) => now.troubles !== before.troubles && tell()),
      share.subscribe((now, before) => now.isHandingOut !== before.isHandingOut && tell()),
      plan.subscribe((now, before) => (now.saving !== before.saving || now.view.plan !== before.view.plan) && tell()),
    ]
    update()
    tell()
  }
  store.subscribe((now, before) => now.phase !== before.phase && follow())
  follow()
}

/** Whether the open plan has anything that is not written yet, or not safely, or that is just going out to colleagues. */
export function isUnsaved(store: AppStore): boolean {
  const { phase } = store.getState()
  if (phase.kind !== 'plan') return false
  const { plan, backups, share } = phase.opened.session
  return plan.getState().saving.kind !== 'saved' || isUnsafe(backups.getState()) || share.getState().isHandingOut
}
