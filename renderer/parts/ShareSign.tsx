import { CircleCheck, CloudOff, FolderSync, Server } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OpenShare } from '../state/share-store.ts'
import type { ShareWords } from './share-words.ts'

/** How the exchange stands, for the eye: the words beside it say it. */
export function ShareSign({ kind, tone }: { readonly kind: OpenShare['kind']; readonly tone: ShareWords['tone'] }): ReactNode {
  const Sign = tone === 'bad' ? CloudOff : tone === 'good' ? CircleCheck : kind === 'folder' ? FolderSync : Server
  return <Sign aria-hidden="true" />
}
