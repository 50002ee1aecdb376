import { useMemo, useState } from 'react'
import type { ChangeSet } from '../../../shared/changes/fold.ts'
import type { PlanId } from '../../../shared/model/ids.ts'
import type { AcceptedPage } from './accepted-page.ts'
import { PageReviewDialog } from './PageReviewDialog.tsx'
import { PastePage } from './PastePage.tsx'
import { readPage } from '../../../shared/wiki/read-page.ts'
import { RefusedPage } from './RefusedPage.tsx'
import { useMine } from './use-mine.ts'

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
  const reading = useMemo(() => (text === null ? null : readPage(text)), [text])
  const mine = useMine(reading?.ok === true ? reading.page.planId : null, setFor)
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
  return <PageReviewDialog page={reading.page} mine={mine} fileName={fileName} onCancel={onCancel} onAccept={onAccept} />
}
