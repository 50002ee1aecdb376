import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactNode, Ref } from 'react'
import { classes } from './classes.ts'
import styles from './SegmentedControl.module.css'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  /** Small words after the label, such as the months of a quarter. */
  readonly hint?: ReactNode
  readonly disabled?: boolean | undefined
  /** The segment's element, to make it a drop target. Set `data-drop-over` on it while something hovers there. */
  readonly ref?: Ref<HTMLButtonElement> | undefined
  readonly data?: Readonly<Record<`data-${string}`, string | undefined>> | undefined
}

export interface SegmentedControlProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly onChange: (value: Value) => void
  readonly size?: 'small' | 'medium' | undefined
  readonly className?: string | undefined
}

/** One of a few, all in sight. A radio group: one Tab stop, arrow keys choose. */
export function SegmentedControl<Value extends string>({ label, value, segments, onChange, size = 'medium', className }: SegmentedControlProps<Value>) {
  return (
    <RadioGroup<Value> aria-label={label} value={value} onValueChange={(chosen) => onChange(chosen)} className={classes(styles.group, size === 'small' && styles.small, className)}>
      {segments.map((segment) => (
        <Radio.Root<Value>
          key={segment.value}
          value={segment.value}
          disabled={segment.disabled}
          nativeButton
          render={<button type="button" ref={segment.ref} />}
          {...segment.data}
          className={styles.segment}
        >
          {/* The bold copy, unseen, holds the width: nothing moves when the choice does. */}
          <span className={styles.label} data-bold={typeof segment.label === 'string' ? segment.label : undefined}>
            {segment.label}
          </span>
          {segment.hint !== undefined && <span className={styles.hint}>{segment.hint}</span>}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
