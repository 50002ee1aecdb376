import { useState, type ReactNode } from 'react'
import { useIsPrinting } from '../../parts/use-is-printing.ts'
import { ShowAllButton } from '../../ui/ShowAllButton.tsx'

export interface FoldedListProps<Item> {
  readonly items: readonly Item[]
  /** How many are shown until one asks for all; on paper all are. */
  readonly first: number
  readonly className?: string | undefined
  /** An item as a `<li>`. */
  readonly children: (item: Item) => ReactNode
}

/** A list that shows its beginning where it is long, so that a report of ten thousand goals can be read like any other. */
export function FoldedList<Item>({ items, first, className, children }: FoldedListProps<Item>): ReactNode {
  const [isWhole, setWhole] = useState(false)
  const isPrinting = useIsPrinting()
  // a few more are sooner shown than asked for
  const isLong = items.length > first + 5
  const shown = isWhole || isPrinting || !isLong ? items : items.slice(0, first)
  return (
    <>
      <ul className={className}>{shown.map(children)}</ul>
      {isLong && !isPrinting && <ShowAllButton count={items.length} isWhole={isWhole} onChange={setWhole} />}
    </>
  )
}
