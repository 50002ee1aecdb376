import { useState, type ReactNode } from 'react'
import { startText } from '../../text/start.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'

export interface ReadPageDialogProps {
  /** What was pasted already. */
  readonly text: string
  readonly onClose: () => void
  /** Null: a file is chosen instead. */
  readonly onRead: (text: string | null) => void
}

/** Takes the text of a goals page, or leads to choosing a file with one. */
export function ReadPageDialog({ text: pasted, onClose, onRead }: ReadPageDialogProps): ReactNode {
  const [text, setText] = useState(pasted)
  const [isMissing, setMissing] = useState(false)
  const read = (): void => {
    if (text.trim() === '') return setMissing(true)
    onClose()
    onRead(text)
  }
  return (
    <Dialog
      open
      title={startText.pageTitle}
      description={pasted === '' ? startText.pageDescription : startText.pagePasted}
      onOpenChange={(open) => !open && onClose()}
      onSubmit={read}
      footerHint={startText.pageHint}
      footer={
        <>
          <Button
            onClick={() => {
              onClose()
              onRead(null)
            }}
          >
            {startText.pageFile}
          </Button>
          <Button type="submit" variant="primary">
            {startText.pageRead}
          </Button>
        </>
      }
    >
      <TextArea label={startText.pageText} hideLabel mono rows={12} maxRows={20} spellCheck={false} placeholder={startText.pagePlaceholder} value={text} error={isMissing && text.trim() === '' ? startText.pageEmpty : null} onChange={setText} />
    </Dialog>
  )
}
