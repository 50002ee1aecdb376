import { Menu as Base } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Kbd } from './Kbd.tsx'
import { ariaKeys } from './keys.ts'
import { useMac } from './mac.ts'
import type { MenuCheckEntry, MenuChoiceEntry, MenuEntries, MenuEntry, MenuItemEntry, MenuSubmenuEntry } from './menu-entry.ts'
import styles from './MenuList.module.css'
import surface from './Surface.module.css'

/** The lines of a menu, for `Menu` and `ContextMenu` alike. */
export function MenuList({ entries }: { readonly entries: MenuEntries }) {
  const list = typeof entries === 'function' ? entries() : entries
  return list.map((entry) => <Entry key={entry.id} entry={entry} />)
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case 'item':
      return <Item entry={entry} />
    case 'check':
      return <CheckItem entry={entry} />
    case 'choice':
      return <Choice entry={entry} />
    case 'submenu':
      return <Submenu entry={entry} />
    case 'separator':
      return <Base.Separator className={styles.separator} />
    case 'group':
      return (
        <Base.Group className={styles.group}>
          <Base.GroupLabel className={styles.groupLabel}>{entry.label}</Base.GroupLabel>
          <MenuList entries={entry.entries} />
        </Base.Group>
      )
  }
}

function Item({ entry }: { readonly entry: MenuItemEntry }) {
  return (
    <Base.Item className={classes(surface.item, styles.item, entry.danger === true && styles.danger)} disabled={entry.disabled ?? false} label={entry.label} aria-keyshortcuts={useAria(entry.keys)} onClick={entry.onSelect}>
      <Line lead={entry.icon} label={entry.label} hint={entry.hint} keys={entry.keys} />
    </Base.Item>
  )
}

function CheckItem({ entry }: { readonly entry: MenuCheckEntry }) {
  return (
    <Base.CheckboxItem className={classes(surface.item, styles.item)} disabled={entry.disabled ?? false} label={entry.label} aria-keyshortcuts={useAria(entry.keys)} checked={entry.checked} onCheckedChange={(checked) => entry.onChange(checked)}>
      <Line lead={entry.icon} label={entry.label} keys={entry.keys} mark={<Base.CheckboxItemIndicator render={<Check className={styles.mark} aria-hidden="true" />} />} />
    </Base.CheckboxItem>
  )
}

function Choice({ entry }: { readonly entry: MenuChoiceEntry }) {
  return (
    <Base.RadioGroup className={styles.group} value={entry.value} onValueChange={(id: string) => entry.onChange(id)} aria-label={entry.label}>
      {entry.label !== undefined && <div className={styles.groupLabel} aria-hidden="true">{entry.label}</div>}
      {entry.options.map((option) => (
        <Base.RadioItem key={option.id} value={option.id} className={classes(surface.item, styles.item)} disabled={option.disabled ?? false} label={option.label} closeOnClick>
          <Line lead={option.icon} label={option.label} hint={option.hint} keys={option.keys} mark={<Base.RadioItemIndicator render={<Check className={styles.mark} aria-hidden="true" />} />} />
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}

function Submenu({ entry }: { readonly entry: MenuSubmenuEntry }) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className={classes(surface.item, styles.item)} disabled={entry.disabled ?? false} label={entry.label}>
        <Line lead={entry.icon} label={entry.label} mark={<ChevronRight className={styles.mark} aria-hidden="true" />} />
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner className={surface.positioner} alignOffset={-5} sideOffset={-2}>
          <Base.Popup className={classes(surface.popup, styles.popup)}>
            <MenuList entries={entry.entries} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  )
}

function Line({ lead, label, hint, keys, mark }: { readonly lead?: ReactNode; readonly label: string; readonly hint?: string | undefined; readonly keys?: string | undefined; readonly mark?: ReactNode }) {
  return (
    <>
      <span className={styles.lead}>{lead}</span>
      <span className={styles.label}>{label}</span>
      {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      <span className={styles.end}>{mark}</span>
      {keys !== undefined && <span className={styles.keys} aria-hidden="true"><Kbd keys={keys} plain /></span>}
    </>
  )
}

function useAria(keys: string | undefined): string | undefined {
  const mac = useMac()
  return keys === undefined ? undefined : ariaKeys({ keys, mac })
}
