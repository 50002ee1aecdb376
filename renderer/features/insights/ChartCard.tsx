import { useId, useRef, useState, type ReactNode } from 'react'
import { insightsText } from '../../text/insights.ts'
import { classes } from '../../ui/classes.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import styles from './ChartCard.module.css'
import { ChartTable, type TableWords } from './ChartTable.tsx'
import { GoalsBehind } from './GoalsBehind.tsx'
import type { Picked } from './picked.ts'

export interface ChartCardProps {
  readonly title: string
  /** What the chart shows, in a sentence made from its numbers. */
  readonly sentence: string
  /** The same numbers as words; none while there are none. */
  readonly table: (() => TableWords) | null
  readonly isWide?: boolean
  /** The drawing, which tells of a value that was picked; null where there is nothing to draw. */
  readonly children: ((pick: (picked: Picked) => void) => ReactNode) | null
}

/** A chart with its sentence, its table, and the goals behind the value that was picked last. */
export function ChartCard({ title, sentence, table, isWide = false, children }: ChartCardProps): ReactNode {
  const id = useId()
  const [picked, setPicked] = useState<Picked | null>(null)
  const [isOpen, setOpen] = useState(false)
  const card = useRef<HTMLElement>(null)
  const close = (): void => {
    setPicked(null)
    card.current?.querySelector<HTMLElement>('[role="application"]')?.focus()
  }
  return (
    <section ref={card} className={classes(styles.card, isWide && styles.wide)} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className={styles.title}>
        {title}
      </h3>
      <figure aria-labelledby={`${id}-sentence`}>
        <figcaption id={`${id}-sentence`} className={styles.sentence}>
          {sentence}
        </figcaption>
        {children?.(setPicked)}
      </figure>
      {picked !== null && <GoalsBehind key={picked.title} picked={picked} onClose={close} />}
      {table !== null && (
        <Disclosure className={styles.disclosure} title={insightsText.table} open={isOpen} onOpenChange={setOpen}>
          {isOpen && <ChartTable label={title} words={table()} />}
        </Disclosure>
      )}
    </section>
  )
}
