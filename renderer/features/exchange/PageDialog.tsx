import { useState } from 'react'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import type { AcceptedPage } from './accepted-page.ts'
import { PageReviewDialog } from './PageReviewDialog.tsx'
import { PastePage } from './PastePage.tsx'
import { RefusedPage } from './RefusedPage.tsx'
import { usePageReading } from './use-page-reading.ts'

export interface PageDialogProps {
  /** The text of the page; null while it is still to be pasted. */
  readonly text: string | null
  /** Null for a text that was pasted. */
  readonly fileName: string | null
  /** The changes of a plan on this computer; null where there is no such plan. */
  readonly setFor: (planId: PlanId) => Promise<ChangeSet | null>
  readonly onCancel: () => void
  readonly onChooseFile: () => void
  readonly onAccept: (accepted: AcceptedPage) => void
}

/** From the text of a goals page to a plan: paste it, look through what was found, accept. */
export function PageDialog({ text: given, fileName, setFor, onCancel, onChooseFile, onAccept }: PageDialogProps) {
  const [text, setText] = useState(given)
  const [before, setBefore] = useState('')
  const { reading, mine, said, say } = usePageReading({ text, setFor })
  if (reading === null) return <PastePage before={before} onCancel={onCancel} onChooseFile={onChooseFile} onRead={setText} />
  if (!reading.ok) {
    const pasteAgain = (): void => {
      setBefore(text ?? '')
      setText(null)
    }
    return <RefusedPage reason={reading.reason} line={reading.line} fileName={fileName} onCancel={onCancel} onChooseFile={onChooseFile} onPasteAgain={pasteAgain} />
  }
  // known within a few frames, except where a large plan is read from the disk
  if (mine === undefined) return null
  return <PageReviewDialog page={reading.page} mine={mine} said={said} onSay={say} fileName={fileName} onCancel={onCancel} onAccept={onAccept} />
}
