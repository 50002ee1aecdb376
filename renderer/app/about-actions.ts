import type { AppInfo } from '../../shared/bridge/contract.ts'
import type { Host } from '../host/host.ts'
import { aboutText } from '../text/about.ts'
import type { Toaster } from '../ui/toaster.ts'
import type { AppActions } from './app-actions.ts'
import type { AppStore } from './app-store.ts'
import { diagnosticsText } from './diagnostics.ts'

interface Parts {
  readonly store: AppStore
  readonly host: Host
  readonly toaster: Toaster
}

/** What the app says of itself. */
export interface AboutActions {
  readonly info: () => Promise<AppInfo>
  readonly diagnostics: () => Promise<string>
}

export function createAboutActions({ store, host, toaster }: Parts): AboutActions & Pick<AppActions, 'showAbout' | 'copyDiagnostics' | 'showDataFolder'> {
  const diagnostics = async (): Promise<string> => {
    const [info, log, room] = await Promise.all([host.info(), host.lastLogLines().catch(() => []), roomGiven()])
    const { innerWidth, innerHeight, devicePixelRatio } = window
    return diagnosticsText({
      kind: host.kind,
      info,
      log,
      room,
      state: store.getState(),
      at: new Date().toISOString(),
      window: `${innerWidth} x ${innerHeight}, ${devicePixelRatio} pixels each way, ${navigator.language}`,
    })
  }
  const show = async (): Promise<void> => {
    if (!(await host.showDataFolder())) toaster.show({ id: 'about', text: aboutText.folderNotShown, tone: 'problem' })
  }
  return {
    info: host.info,
    diagnostics,
    showAbout: () => store.setState({ overlay: { kind: 'about' } }),
    showDataFolder: host.kind === 'browser' ? null : () => void show(),
    copyDiagnostics: () =>
      void diagnostics()
        .then((text) => navigator.clipboard.writeText(text))
        .then(
          () => toaster.show({ id: 'about', text: aboutText.copied, detail: aboutText.copiedHint }),
          // a browser lets a page write to the clipboard only while it has the focus, and some never do
          () => toaster.show({ id: 'about', text: aboutText.notCopied, detail: aboutText.notCopiedHint, tone: 'problem' }),
        ),
  }
}

async function roomGiven(): Promise<{ readonly usage?: number | undefined; readonly quota?: number | undefined; readonly isPersisted: boolean }> {
  try {
    const [{ usage, quota }, isPersisted] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()])
    return { usage, quota, isPersisted }
  } catch {
    return { isPersisted: false } // a browser that does not say
  }
}
