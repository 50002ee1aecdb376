import type { OpenedFile } from '../../shared/bridge/files.ts'
import type { Host } from '../host/host.ts'
import { appText } from '../text/app.ts'
import type { AppActions } from './app-actions.ts'
import type { AppStore } from './app-store.ts'
import { refuseFile } from './take-file.ts'

interface Parts {
  readonly store: AppStore
  readonly host: Host
  readonly take: (file: OpenedFile) => void
}

/** What can be done with the files that were used last; one of them is opened like any file, with the same look at it first. */
export function createRecentActions({ store, host, take }: Parts): Pick<AppActions, 'openRecent' | 'forgetRecent' | 'lookForRecent'> {
  const nameOf = (token: string): string => store.getState().recent.find((each) => each.token === token)?.name ?? ''
  return {
    openRecent: (token) =>
      void host.recent.open(token).then(
        (opened) => {
          if (opened !== null) take(opened)
        },
        () => refuseFile({ store, name: nameOf(token), text: appText.fileReasons.unreadable }),
      ),
    forgetRecent: (token) =>
      void host.recent.forget(token).catch(() => undefined), // it is still in the list, which says as much
    lookForRecent: () =>
      void host.recent.list().then(
        (recent) => store.setState({ recent }),
        () => undefined, // the window is closing, or the list can't be read: it stays as it was
      ),
  }
}
