import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { hasKind } from '../../../shared/model/ids.ts'
import { programsOf } from '../../../shared/plan/plan-view.ts'
import { programLabel } from '../../parts/program-label.ts'
import { chooseProgram } from '../../state/choose-program.ts'
import { useBoard, usePlan, useSession } from '../../state/session.tsx'
import { shellText } from '../../text/board.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './SideBar.module.css'

const all = 'all'

/** Which program of the plan is looked at; nothing where there is only one. */
export function ProgramSwitch(): ReactNode {
  const session = useSession()
  const view = usePlan((state) => state.view)
  const programs = useMemo(() => programsOf(view), [view])
  const chosen = useBoard((state) => state.query.filter.programs)
  const names = programs.filter(({ id }) => chosen.includes(id)).map(programLabel)
  useProgramVoice(names.length === 0 ? shellText.allPrograms : names.join(', '))
  if (programs.length < 2 && chosen.length === 0) return null
  return (
    <section aria-label={shellText.program} className={styles.program}>
      <Select
        label={shellText.program}
        hideLabel
        value={chosen.length === 0 ? all : chosen.length === 1 ? (chosen[0] ?? null) : null}
        placeholder={shellText.programs(chosen.length)}
        options={[{ value: all, label: shellText.allPrograms }, ...programs.map((program) => ({ value: program.id, label: programLabel(program) }))]}
        onChange={(value) => chooseProgram(session, hasKind(value, 'program') ? value : null)}
      />
    </section>
  )
}

/** A key that leads to the next program says to which. */
function useProgramVoice(name: string): void {
  const announce = useAnnounce()
  const said = useRef(name)
  useEffect(() => {
    if (said.current !== name) announce(shellText.programShown(name))
    said.current = name
  }, [name, announce])
}
