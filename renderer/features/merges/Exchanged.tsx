import { FileInput, FileOutput, Link2, Unlink2 } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { exchangeEntries, type ExchangeEntry } from '../../../shared/plan/merge-state.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { formatMoment } from '../../text/dates.ts'
import { mergesText } from '../../text/merges.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './ExchangeScreen.module.css'
import { mergesStoreOf } from './merges-store.ts'

/** The files that came and went, and the shares that began and ended, the newest first. */
export function Exchanged(): ReactNode {
  const exchanges = usePlan((state) => state.exchanges)
  const entries = useMemo(() => exchangeEntries(exchanges), [exchanges])
  return (
    <section className={styles.exchanged} aria-labelledby="exchanged">
      <div className={styles.side}>
        <h2 id="exchanged" className={styles.heading}>
          {mergesText.exchanged}
        </h2>
      </div>
      {entries.length === 0 ? (
        <p className={styles.quiet}>
          {mergesText.exchangedNothing} {mergesText.exchangedHint}
        </p>
      ) : (
        <ul className={styles.entries} aria-labelledby="exchanged">
          {entries.map((entry) => (entry.kind === 'merge' ? <MergeItem key={`merge ${entry.id}`} merge={entry} /> : <OtherItem key={`${entry.kind} ${entry.at} ${placeOf(entry)}`} entry={entry} />))}
        </ul>
      )}
    </section>
  )
}

function MergeItem({ merge }: { readonly merge: Extract<ExchangeEntry, { readonly kind: 'merge' }> }): ReactNode {
  const store = mergesStoreOf(useSession())
  const { id, by, file, at, added, isTakenBack, left } = merge
  const when = formatMoment(at)
  return (
    <li className={classes(styles.entry, isTakenBack && styles.gone)}>
      <FileInput aria-hidden="true" />
      <span className={styles.name}>{mergesText.from(by)}</span>
      {isTakenBack ? (
        <span className={styles.state}>{mergesText.isTakenBack}</span>
      ) : (
        <Button size="small" aria-label={mergesText.takeBackOf(by, when)} onClick={() => store.setState({ takingBack: id })}>
          {mergesText.takeBack}
        </Button>
      )}
      <span className={styles.facts}>{`${mergesText.brought(added)}, ${when}`}</span>
      <span className={styles.facts}>{file}</span>
      {left !== null && <span className={styles.facts}>{mergesText.wentOut(left)}</span>}
    </li>
  )
}

type OtherEntry = Exclude<ExchangeEntry, { readonly kind: 'merge' }>

const otherSigns = { export: FileOutput, shared: Link2, joined: Link2, unshared: Unlink2 } as const
const otherWords = { export: mergesText.exported, shared: mergesText.shared, joined: mergesText.joined, unshared: mergesText.unshared } as const

function placeOf(entry: OtherEntry): string {
  return entry.kind === 'export' ? entry.file : entry.place
}

/** A file that went out, or a share that began or ended. */
function OtherItem({ entry }: { readonly entry: OtherEntry }): ReactNode {
  const Sign = otherSigns[entry.kind]
  return (
    <li className={styles.entry}>
      <Sign aria-hidden="true" />
      <span className={styles.name}>{otherWords[entry.kind]}</span>
      <span />
      <span className={styles.facts}>{formatMoment(entry.at)}</span>
      <span className={styles.facts}>{placeOf(entry)}</span>
    </li>
  )
}
