import { useState } from 'react'
import { pageText } from '../../text/exchange.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'

export interface PastePageProps {
  /** What was pasted before and not understood. */
  readonly before: string
  readonly onCancel: () => void
  readonly onChooseFile: () => void
  readonly onRead: (text: string) => void
}

/** Takes the text of a goals page, or leads to a file with one. */
export function PastePage({ before, onCancel, onChooseFile, onRead }: PastePageProps) {
  const [text, setText] = useState(before)
  const [isMissing, setMissing] = useState(false)
  const read = (): void => {
    if (text.trim() === '') setMissing(true)
    else onRead(text)
  }
  return (
    <Dialog
      open
      size="medium"
      onOpenChange={(open) => !open && onCancel()}
      title={pageText.pasteTitle}
      description={pageText.pasteDescription}
      onSubmit={read}
      footerHint={pageText.pasteHint}
      footer={
        <>
          <Button onClick={onChooseFile}>{pageText.chooseFile}</Button>
          <Button type="submit" variant="primary">
            {pageText.read}
          </Button>
        </>
      }
    >
      <TextArea label={pageText.pasteLabel} hideLabel mono rows={14} maxRows={22} spellCheck={false} placeholder={pageText.pastePlaceholder} value={text} error={isMissing && text.trim() === '' ? pageText.pasteEmpty : null} onChange={setText} />
    </Dialog>
  )
}
