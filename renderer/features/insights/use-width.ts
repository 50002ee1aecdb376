import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** The width of an element in pixels, as it is now; 0 before it is measured. */
export function useWidth(): { readonly element: RefObject<HTMLDivElement | null>; readonly width: number } {
  const element = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return undefined
    const measure = (): void => setWidth(Math.floor(current.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return { element, width }
}
