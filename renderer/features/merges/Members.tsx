import type { ReactNode } from 'react'
import type { Present } from '../../../shared/share/mailbox.ts'
import type { ShareMember } from '../../../shared/share/share-state.ts'
import { nameOrId } from '../../parts/computer-name.ts'
import { useSession } from '../../state/session.tsx'
import type { OpenShare } from '../../state/share-store.ts'
import { shortMoment } from '../../text/backups.ts'
import { isolated } from '../../text/isolated.ts'
import { shareText } from '../../text/share.ts'
import { Initials } from '../../ui/Initials.tsx'
import { membersByAge } from './members-by-age.ts'
import styles from './ShareSide.module.css'

interface MembersProps {
  readonly kind: OpenShare['kind']
  readonly members: readonly ShareMember[]
  readonly present: readonly Present[]
  /** Whether the place answers; after a start in which it doesn't nobody is known. */
  readonly isKnown: boolean
}

/** Who takes part: when each was seen last, whether it has everything, and who has the plan open now. */
export function Members({ kind, members, present, isKnown }: MembersProps): ReactNode {
  const here = new Map(present.map(({ replica, name }) => [replica, name]))
  // who has it open and has not written yet takes part all the same
  const silent = [...here].filter(([replica]) => !members.some((member) => member.replica === replica)).map(([replica, name]): ShareMember => ({ replica, name, at: null, behind: [], lags: false }))
  const { today } = useSession()
  const { active, away } = membersByAge({ members: [...members, ...silent], here: new Set(here.keys()), today: today() })
  return (
    <section aria-labelledby="share-members">
      <h3 id="share-members" className={styles.subheading}>
        {shareText.members} {active.length > 0 && <span className={styles.count}>{active.length}</span>}
      </h3>
      {active.length + away.length === 0 && <p className={styles.hint}>{(isKnown ? shareText.noMembers : shareText.membersUnknown)[kind]}</p>}
      {active.length > 0 && (
        <ul className={styles.members}>
          {active.map((member) => (
            <Member key={member.replica} member={member} isHere={here.has(member.replica)} />
          ))}
        </ul>
      )}
      {away.length > 0 && (
        <>
          <p id="share-away" className={styles.away}>
            {shareText.away}
          </p>
          <ul className={styles.members} aria-labelledby="share-away">
            {away.map((member) => (
              <Member key={member.replica} member={member} isHere={false} isAway />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Member({ member, isHere, isAway = false }: { readonly member: ShareMember; readonly isHere: boolean; readonly isAway?: boolean }): ReactNode {
  const { today } = useSession()
  const { at, behind, lags } = member
  const called = nameOrId(member)
  const facts = [isHere ? shareText.hereNow : shareText.seen(at === null ? '' : shortMoment(at, today())), ...(at === null || isAway ? [] : behind.length === 0 ? [shareText.hasAll] : lags ? [shareText.lacks] : [])]
  return (
    <li className={styles.member} data-here={isHere || undefined}>
      <Initials name={called} />
      <span className={styles.name}>{isolated(called)}</span>
      <span className={styles.facts}>{facts.join(', ')}</span>
    </li>
  )
}
