import { giveToOutput } from '../../../shared/edits/goal-edits.ts'
import { hasKind, type GoalId, type OutputId } from '../../../shared/model/ids.ts'
import type { Output } from '../../../shared/model/output.ts'
import { outputOfGoal, parentGoalOf } from '../../../shared/plan/goal-place.ts'
import { allOutcomes } from '../../../shared/plan/outline.ts'
import { outputsOf, type PlanView } from '../../../shared/plan/plan-view.ts'
import { usePlan, useSession } from '../../state/session.tsx'
import { goalText } from '../../text/goal.ts'
import { Menu } from '../../ui/Menu.tsx'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import styles from './OutputField.module.css'
import { useGoalEdits } from './use-goal-edits.ts'

/** The output a goal belongs to, chosen from all of them by outcome; a sub-goal has that of its parent. */
export function OutputField({ id }: { readonly id: GoalId }) {
  const { plan } = useSession()
  const edits = useGoalEdits(id)
  const output = usePlan((state) => outputOfGoal(state.view, id))
  const isNested = usePlan((state) => parentGoalOf(state.view, id) !== null)
  const shown = output === null ? goalText.noOutput : outputName(output)
  if (isNested) return <span className={styles.given}>{goalText.outputOfParent(shown)}</span>
  const choose = (chosen: OutputId | null): void => edits.act('goalMoved', giveToOutput({ view: plan.getState().view, id, output: chosen }))
  const trigger = (
    <button type="button" className={styles.button} aria-label={`${goalText.output}: ${shown}`}>
      {shown}
    </button>
  )
  return <Menu trigger={trigger} label={goalText.output} entries={() => entriesOf({ view: plan.getState().view, current: output?.id ?? null, choose })} />
}

interface OutputEntries {
  readonly view: PlanView
  readonly current: OutputId | null
  readonly choose: (output: OutputId | null) => void
}

function entriesOf({ view, current, choose }: OutputEntries): readonly MenuEntry[] {
  const group = ({ id, label, outputs }: { readonly id: string; readonly label: string; readonly outputs: readonly Output[] }): readonly MenuEntry[] =>
    outputs.length === 0 ? [] : [{ kind: 'choice', id, label, value: current, options: outputs.map((each) => ({ id: each.id, label: outputName(each) })), onChange: (chosen) => choose(hasKind(chosen, 'output') ? chosen : null) }]
  return [
    ...allOutcomes(view).flatMap((outcome) => group({ id: outcome.id, label: goalText.outcomeGroup(outcome.number, outcome.title), outputs: outputsOf(view, outcome.id) })),
    ...group({ id: 'others', label: goalText.withoutOutcome, outputs: outputsOf(view, 'root') }),
    { kind: 'choice', id: 'none', value: current === null ? 'none' : null, options: [{ id: 'none', label: goalText.noOutput }], onChange: () => choose(null) },
  ]
}

function outputName({ number, title }: Output): string {
  return goalText.outputOption(number, title)
}
