export interface TagOption {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

/** An option, or the one that adds what is being typed. */
export interface TagChoice extends TagOption {
  readonly isNew: boolean
}

/**
 * What the list offers for what is typed: options not chosen yet whose words begin with it first, then those that contain it,
 * and last the typed text itself where new values are allowed and none is the same.
 */
export function tagChoices(options: {
  readonly options: readonly TagOption[]
  readonly chosen: readonly string[]
  readonly typed: string
  readonly parseNew: ((text: string) => string | null) | undefined
  readonly addLabel: (text: string) => string
}): readonly TagChoice[] {
  const typed = options.typed.trim()
  const wanted = typed.toLowerCase()
  const free = options.options.filter(({ value }) => !options.chosen.includes(value)).map((option) => ({ ...option, isNew: false }))
  const begins = free.filter(({ label }) => beginsWord(label.toLowerCase(), wanted))
  const contains = free.filter((option) => !begins.includes(option) && `${option.label} ${option.hint ?? ''}`.toLowerCase().includes(wanted))
  const value = typed === '' ? null : (options.parseNew?.(typed) ?? null)
  const isKnown = options.chosen.includes(value ?? '') || options.options.some((option) => option.value === value || option.label.toLowerCase() === wanted)
  return [...begins, ...contains, ...(value === null || isKnown ? [] : [{ value, label: options.addLabel(value), isNew: true }])]
}

function beginsWord(label: string, wanted: string): boolean {
  return label.startsWith(wanted) || label.includes(` ${wanted}`)
}
