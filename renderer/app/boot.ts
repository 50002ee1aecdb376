import type { AppInfo } from '../../shared/bridge/contract.ts'
import { createDraftKeep, placeOfSlot } from '../data/draft-keep.ts'
import { createLibrary } from '../data/library.ts'
import { browserPlatform, openChannel } from '../data/platform.ts'
import { readPreferences } from '../data/preferences.ts'
import { rememberedSlot, rememberSlot } from '../data/slot-memory.ts'
import { takeWriterSlot } from '../data/writer-slot.ts'
import { createHost } from '../host/create-host.ts'
import type { Host } from '../host/host.ts'
import { createDraftStore } from '../state/drafts.ts'
import type { Toaster } from '../ui/toaster.ts'
import { createAppStore, type AppStore } from './app-store.ts'
import { createApp, type App } from './create-app.ts'
import { applyTheme } from './apply-theme.ts'
import { followInAddress, goTo, isUnsaved } from './follow-address.ts'
import { keepUnwritten } from './keep-unwritten.ts'
import { leaveField } from './leave-field.ts'
import { openIn } from './plan-desk.ts'
import { parseRoute } from './route.ts'
import { onWake } from './share/on-wake.ts'
import { createSharing } from './share/sharing.ts'
import { takeUpDrafts } from './take-up-drafts.ts'
import type { StartStep } from './Waiting.tsx'

export interface Booted {
  readonly kind: 'booted'
  readonly app: App
  readonly host: Host
  /** Asks once more for what could not be read. */
  readonly again: () => Promise<void>
}

/** Nothing can be started here: windows could not be told apart. */
export interface NotBooted {
  readonly kind: 'insecure' | 'noLocks'
}

interface BootOptions {
  readonly toaster: Toaster
  readonly onStep: (step: StartStep) => void
}

/** Finds out where it runs and what is here, and goes to where the window's address says it was. */
export async function boot({ toaster, onStep }: BootOptions): Promise<Booted | NotBooted> {
  const preferences = readPreferences()
  applyTheme(preferences.theme)
  const store = createAppStore(preferences)
  const host = createHost()
  onStep('slot')
  const taken = await takeWriterSlot({ before: rememberedSlot() }).catch(() => null) // no Web Locks, or none for us
  if (taken === null) return { kind: isSecureContext ? 'noLocks' : 'insecure' }
  const { slot } = taken
  onStep('plans')
  const library = createLibrary(browserPlatform({ copies: host.copies, slot, keepDamaged: () => host.keepDamaged(), onOutdated: () => store.setState({ isOutdated: true }) }))
  rememberSlot(slot)
  const drafts = createDraftStore(createDraftKeep(placeOfSlot(slot)))
  const app = createApp({ store, library, host, toaster, slot, drafts, sharing: createSharing({ library, host, locks: navigator.locks, openChannel, onWake }) })
  const start = (): Promise<void> => begin({ app, host, store, library })
  await start()
  library.subscribe(() => {
    void library.plans().then((now) => now.ok && store.setState({ plans: now.value }))
    // another window may have drawn this computer another replica id, or a person another name
    void library.computer().then((now) => now.ok && app.becomeComputer(now.value))
  })
  takeUpDrafts({ slot, drafts })
  // what is typed in place is kept when its field is left; the host then sees that something is still to be written
  window.addEventListener('beforeunload', () => leavePage({ store, slot }), { capture: true })
  window.addEventListener('pagehide', () => leavePage({ store, slot }))
  host.onOpenRequest((handed) => ('ok' in handed ? app.takeFile(handed) : app.joinFolder(handed)))
  host.recent.onChange(app.lookForRecent)
  window.addEventListener('focus', app.lookForRecent) // one may have been moved, or come back with its drive
  app.lookForRecent()
  host.onCloseRequest(() => {
    // the app may be ended before this is written: then the next start finds it in the outbox
    leavePage({ store, slot })
    app.retryCopy() // there may be room again since it was last tried
    void openIn(store)?.share.getState().handOut()
    host.setBusy(isUnsaved(store))
  })
  followInAddress(store, host)
  window.addEventListener('hashchange', () => goTo({ app, store }))
  const again = async (): Promise<void> => {
    const { phase } = store.getState()
    if (phase.kind !== 'unusable') return
    if (phase.plan === undefined) await start()
    else await app.desk.open({ id: phase.plan, route: parseRoute(location.hash) })
  }
  return { kind: 'booted', app, host, again }
}

/** What can't be written any more before the page is gone is kept where the next one finds it. */
function leavePage({ store, slot }: { readonly store: AppStore; readonly slot: number }): void {
  leaveField()
  const { phase } = store.getState()
  if (phase.kind === 'plan') keepUnwritten(phase.opened, slot)
}

async function begin({ app, host, store, library }: { readonly app: App; readonly host: Host; readonly store: AppStore; readonly library: ReturnType<typeof createLibrary> }): Promise<void> {
  const mended = await library.mend()
  // what takes long would take as long for each further question
  if (!mended.ok && (mended.failure.kind === 'silent' || mended.failure.kind === 'blocked')) return store.setState({ phase: { kind: 'unusable', failure: mended.failure } })
  const [computer, plans, info] = await Promise.all([library.computer(), library.plans(), host.info()])
  if (!computer.ok) return store.setState({ phase: { kind: 'unusable', failure: computer.failure } })
  if (!plans.ok) return store.setState({ phase: { kind: 'unusable', failure: plans.failure } })
  const name = computer.value.name === '' ? nameOf({ host, info, replica: computer.value.replica }) : computer.value.name
  store.setState({ computer: { ...computer.value, name }, plans: plans.value, plansPutBack: mended.ok ? mended.value : 0 })
  const route = parseRoute(location.hash)
  const isHere = route !== null && plans.value.some((entry) => entry.id === route.plan)
  if (isHere) await app.desk.open({ id: route.plan, route })
  else await app.desk.showStart()
}

/** What this computer is called until somebody says: browsers are all called the same, so a few letters tell them apart. */
function nameOf({ host, info, replica }: { readonly host: Host; readonly info: AppInfo; readonly replica: string }): string {
  return host.kind === 'browser' ? `${info.computerName} ${replica.slice(0, 4)}` : info.computerName
}
