import { Autocomplete } from '@base-ui/react/autocomplete'
import { Search } from 'lucide-react'
import { type ReactNode, type UIEvent, useMemo, useState } from 'react'
import { type CommandGroup, commandGroups, type CommandItem, type CommandRow, firstRows } from './command-item.ts'
import styles from './CommandList.module.css'
import { Highlight } from './Highlight.tsx'
import { Kbd } from './Kbd.tsx'

export interface CommandListProps<Item extends CommandItem> {
  /** The name of the field. */
  readonly label: string
  readonly items: readonly Item[]
  readonly onRun: (item: Item) => void
  readonly placeholder?: string | undefined
  readonly initialQuery?: string | undefined
  /** Told at each letter, where someone else searches too and gives what it finds as `found`. */
  readonly onQueryChange?: ((query: string) => void) | undefined
  readonly found?: readonly Item[] | undefined
  /** What stands there when nothing fits. */
  readonly empty: ReactNode
}

/** Rows drawn at first, and added when the end comes near: a list of any length opens at once. */
const page = 50

/** A field and what it finds: arrow keys walk, Enter runs the one that is marked, the first is marked by itself. */
export function CommandList<Item extends CommandItem>({ label, items, onRun, placeholder, initialQuery = '', onQueryChange, found, empty }: CommandListProps<Item>) {
  const [query, setQuery] = useState(initialQuery)
  const [limit, setLimit] = useState(page)
  const all = useMemo(() => commandGroups({ query, items, found }), [query, items, found])
  const groups = useMemo(() => firstRows({ groups: all, limit }), [all, limit])
  const type = (next: string): void => {
    setQuery(next)
    setLimit(page)
    onQueryChange?.(next)
  }
  const drawMore = (): void => setLimit((before) => Math.min(before + page, items.length + (found?.length ?? 0) + page))
  const onScroll = ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }: UIEvent): void => {
    if (scrollTop + clientHeight > scrollHeight - clientHeight) drawMore()
  }
  // keys may be faster than what scrolls, and from the last row that is drawn they would lead to the first
  const onHighlighted = (_row: CommandRow<Item> | undefined, { index }: { readonly index: number }): void => {
    if (index > limit - page / 2) drawMore()
  }
  return (
    <Autocomplete.Root open inline items={groups} filter={null} autoHighlight="always" keepHighlight value={query} onValueChange={(next, { reason }) => reason !== 'item-press' && type(next)} itemToStringValue={(row: CommandRow<Item>) => row.item.label} onItemHighlighted={onHighlighted}>
      <Autocomplete.InputGroup className={styles.head}>
        <Search aria-hidden="true" className={styles.glass} />
        <Autocomplete.Input className={styles.input} aria-label={label} placeholder={placeholder} />
      </Autocomplete.InputGroup>
      <div className={styles.scroller} onScroll={onScroll}>
        <Autocomplete.Empty>
          <div className={styles.empty}>{empty}</div>
        </Autocomplete.Empty>
        <Autocomplete.List className={styles.list}>
          {(group: CommandGroup<Item>) => (
            <Autocomplete.Group key={group.value} items={group.items} className={styles.group}>
              {group.value !== '' && <Autocomplete.GroupLabel className={styles.groupLabel}>{group.value}</Autocomplete.GroupLabel>}
              <Autocomplete.Collection>{(row: CommandRow<Item>) => <Row key={row.item.id} row={row} onRun={onRun} />}</Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      </div>
    </Autocomplete.Root>
  )
}

function Row<Item extends CommandItem>({ row, onRun }: { readonly row: CommandRow<Item>; readonly onRun: (item: Item) => void }) {
  const { item, ranges } = row
  return (
    <Autocomplete.Item value={row} disabled={item.disabled ?? false} className={styles.item} onClick={() => onRun(item)}>
      {item.icon !== undefined && <span className={styles.icon}>{item.icon}</span>}
      <span className={styles.label}>
        <Highlight text={item.label} ranges={ranges} />
      </span>
      {item.hint !== undefined && <span className={styles.hint}>{item.hint}</span>}
      {item.keys !== undefined && <Kbd keys={item.keys} />}
    </Autocomplete.Item>
  )
}
