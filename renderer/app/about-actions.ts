import type { AppInfo } from '../../shared/bridge/contract.ts'
import { atMost } from '../host/at-most.ts'
import type { Host } from '../host/host.ts'
import { aboutText } from '../text/about.ts'
import type { Toaster } from '../ui/toaster.ts'
import type { AppActions } from './app-actions.ts'
import type { AppStore } from './app-store.ts'
import { browserFacts } from './browser-facts.ts'
import { diagnosticsText } from './diagnostics.ts'

const patienceMs = 500

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
    // what does not answer is left out: somebody waits for what is left
    const logLines = atMost({ work: host.lastLogLines().catch(() => []), ms: patienceMs, late: [] })
    const [info, log, browser] = await Promise.all([host.info(), logLines, browserFacts()])
    const { innerWidth, innerHeight, devicePixelRatio } = window
    return diagnosticsText({
      kind: host.kind,
      info,
      log,
      browser,
      state: store.getState(),
      at: new Date().toISOString(),
      window: `${innerWidth} x ${innerHeight}, ${devicePixelRatio} pixels each way, ${navigator.language}`,
    })
  }
  const show = async (): Promise<void> => {
    if (!(await host.showDataFolder().catch(() => false))) toaster.show({ id: 'about', text: aboutText.folderNotShown, tone: 'problem' })
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
