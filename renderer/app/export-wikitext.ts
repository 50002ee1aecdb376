import { wikitextFileName } from '../../shared/file/file-name.ts'
import { writeWikitext } from '../../shared/wikitext/write-wikitext.ts'
import type { Host } from '../host/host.ts'
import type { Session } from '../state/session.tsx'
import type { AppStore } from './app-store.ts'
import { fileStem } from './file-stem.ts'
import { localMinute } from './local-time.ts'
import { saveLeaving } from './save-leaving.ts'

/** Writes the open plan as wikitext to a file of the person's choice. Its name, or null. It is no exchange: nothing of the history leaves with it. */
export async function exportWikitext({ session, host, store }: { readonly session: Session; readonly host: Host; readonly store: AppStore }): Promise<string | null> {
  const { view } = session.plan.getState()
  const suggestedName = wikitextFileName({ parts: fileStem(view), at: localMinute() })
  return saveLeaving({ host, store, file: { kind: 'wikitext', suggestedName, text: writeWikitext(view) } })
}
