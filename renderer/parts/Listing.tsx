import { useState, type ReactNode } from 'react'
import { ShowAllButton } from '../ui/ShowAllButton.tsx'
import styles from './Listing.module.css'
import { useIsPrinting } from './use-is-printing.ts'

export interface ListingProps<Item> {
  readonly title: string
  readonly hint?: string | undefined
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  readonly children: (item: Item) => ReactNode
  /** How many are shown until one asks for all. */
  readonly first?: number | undefined
  /** What stands beside the title, such as a button for all of them. */
  readonly action?: ReactNode
}

/** A titled list with its count, folded where it is long, but not on paper; nothing at all where it is empty. */
export function Listing<Item>({ title, hint, items, keyOf, children, first = 8, action }: ListingProps<Item>) {
  const [isWhole, setWhole] = useState(false)
  const isPrinting = useIsPrinting()
  if (items.length === 0) return null
  // one or two more are sooner shown than asked for
  const isLong = items.length > first + 2
  const shown = isWhole || isPrinting || !isLong ? items : items.slice(0, first)
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          {title} <span className={styles.count}>{items.length}</span>
        </h3>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        {action}
      </div>
      <ul>
        {shown.map((item) => (
          <li key={keyOf(item)} className={styles.item}>
            {children(item)}
          </li>
        ))}
      </ul>
      {isLong && !isPrinting && <ShowAllButton count={items.length} isWhole={isWhole} onChange={setWhole} />}
    </section>
  )
}
