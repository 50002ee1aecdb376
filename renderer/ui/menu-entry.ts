import type { ReactNode } from 'react'

interface Named {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly disabled?: boolean | undefined
}

/** Something to do. */
export interface MenuItemEntry extends Named {
  readonly kind: 'item'
  /** Shown at the end of the line; the menu does not listen to them. */
  readonly keys?: string | undefined
  readonly hint?: string | undefined
  readonly danger?: boolean | undefined
  readonly onSelect: () => void
}

/** Something that is on or off; the menu stays open. */
export interface MenuCheckEntry extends Named {
  readonly kind: 'check'
  readonly keys?: string | undefined
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** One of several; the menu closes when one is chosen. */
export interface MenuChoiceEntry {
  readonly kind: 'choice'
  readonly id: string
  readonly label?: string | undefined
  readonly value: string | null
  readonly options: readonly (Named & { readonly keys?: string | undefined; readonly hint?: string | undefined })[]
  /** Takes the id of the option chosen. */
  readonly onChange: (id: string) => void
}

export interface MenuGroupEntry {
  readonly kind: 'group'
  readonly id: string
  readonly label: string
  readonly entries: readonly MenuEntry[]
}

export interface MenuSubmenuEntry extends Named {
  readonly kind: 'submenu'
  readonly entries: readonly MenuEntry[]
}

export interface MenuSeparatorEntry {
  readonly kind: 'separator'
  readonly id: string
}

export type MenuEntry = MenuItemEntry | MenuCheckEntry | MenuChoiceEntry | MenuGroupEntry | MenuSubmenuEntry | MenuSeparatorEntry

/** A list, or what makes it when the menu opens, so that a closed menu costs nothing. */
export type MenuEntries = readonly MenuEntry[] | (() => readonly MenuEntry[])
