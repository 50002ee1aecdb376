import { defaultRangeExtractor, useVirtualizer, type ReactVirtualizerOptions, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, type RefObject } from 'react'

type Options = ReactVirtualizerOptions<HTMLElement, Element>

export interface VirtualListOptions<Item> extends Partial<Pick<Options, 'overscan' | 'initialRect' | 'paddingEnd' | 'scrollMargin' | 'scrollPaddingStart' | 'scrollPaddingEnd'>> {
  readonly items: readonly Item[]
  readonly scroller: RefObject<HTMLElement | null>
  /** Tells an item from the others; the same function each time, as `heightOf`: with another one every place would be worked out again. */
  readonly keyOf: (item: Item) => string
  /** In pixels, before it is measured. */
  readonly heightOf: (item: Item) => number
  /** What is drawn besides what is in sight, such as the row with the focus: keys go on from it, however far one scrolls. */
  readonly alsoDrawn?: ((firstInSight: number) => readonly number[]) | undefined
}

/** Which items of a long list are drawn, and where: those in sight, with some around them. */
export function useVirtualList<Item>({ items, scroller, keyOf, heightOf, alsoDrawn, ...options }: VirtualListOptions<Item>): Virtualizer<HTMLElement, Element> {
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    [items, keyOf],
  )
  const estimateSize = useCallback(
    (index: number) => {
      const item = items[index]
      return item === undefined ? 0 : heightOf(item)
    },
    [items, heightOf],
  )
  // oxlint-disable-next-line react/incompatible-library -- nothing that it returns is memoized
  return useVirtualizer<HTMLElement, Element>({
    ...options,
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range)
      const more = alsoDrawn?.(range.startIndex) ?? []
      return [...new Set([...more, ...inSight])].filter((index) => index >= 0 && index < range.count).toSorted((a, b) => a - b)
    },
  })
}
