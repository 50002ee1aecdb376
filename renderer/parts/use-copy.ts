import { useToast } from '../ui/toaster.ts'

export interface CopyWords {
  /** What a later copy of the same takes the place of. */
  readonly id: string
  readonly copied: string
  /** A browser lets a page write to the clipboard only while it has the focus, and some never do. */
  readonly notCopied: string
}

/** Copies a text and says whether that went well. */
export function useCopy({ id, copied, notCopied }: CopyWords): (text: string) => void {
  const toaster = useToast()
  return (text) =>
    void navigator.clipboard.writeText(text).then(
      () => toaster.show({ id, text: copied }),
      () => toaster.show({ id, text: notCopied }),
    )
}
