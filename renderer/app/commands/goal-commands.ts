import type { GoalId } from '../../../shared/model/ids.ts'
import { statuses } from '../../../shared/model/status.ts'
import { quarters } from '../../../shared/model/year.ts'
import { recordOf } from '../../../shared/plan/plan-view.ts'
import { treeOf } from '../../features/plan/tree-store.ts'
import { acceptAsk } from '../../state/accept-ask.ts'
import { deleteGoals, dropGoals, schedule, setStatus, stepCard } from '../../state/goal-moves.ts'
import type { Session } from '../../state/session.tsx'
import type { Command, CommandContext } from './command.ts'
import { askInFocus, cardMeant, columnInFocus, goalsMeant, rowInFocus } from './goals-meant.ts'
import { isLookingBack } from './looking-back.ts'

type OnGoal = (session: Session, goals: readonly GoalId[]) => void

const hasGoal = ({ session }: CommandContext): boolean => session !== null && goalsMeant(session).length > 0

/** A command that needs a goal to act on. */
function onGoals(command: Pick<Command, 'id' | 'keys' | 'group'>, run: OnGoal): Command {
  return {
    menu: 'goal',
    ...command,
    isEnabled: hasGoal,
    run: ({ session }) => {
      if (session !== null) run(session, goalsMeant(session))
    },
  }
}

/** A command that needs one card. */
function onCard(command: Pick<Command, 'id' | 'keys' | 'group'>, run: (session: Session, card: GoalId) => void): Command {
  return {
    menu: 'goal',
    ...command,
    isEnabled: ({ session }) => session !== null && cardMeant(session) !== null,
    run: ({ session }) => {
      const card = session === null ? null : cardMeant(session)
      if (session !== null && card !== null) run(session, card)
    },
  }
}

const steps = [
  { id: 'goal.up', by: 'up', keys: ['Alt+ArrowUp', 'Alt+k'] },
  { id: 'goal.down', by: 'down', keys: ['Alt+ArrowDown', 'Alt+j'] },
  { id: 'goal.left', by: 'left', keys: ['Alt+ArrowLeft', 'Alt+h'] },
  { id: 'goal.right', by: 'right', keys: ['Alt+ArrowRight', 'Alt+l'] },
] as const

export const goalCommands: readonly Command[] = [
  {
    id: 'goal.new',
    menu: 'goal',
    group: 'new',
    keys: ['c'],
    isEnabled: ({ session }) => session !== null && !isLookingBack(session) && !['backups', 'checkin', 'exchange', 'insights', 'turn'].includes(session.ui.getState().screen),
    run: ({ session }) => {
      if (session?.ui.getState().screen === 'teams') session.ui.getState().show('board')
      session?.ui.getState().open({ kind: 'newGoal', status: columnInFocus(session) })
    },
  },
  onGoals({ id: 'goal.open', keys: ['Enter'], group: 'open' }, ({ ui }, [first]) => ui.getState().openGoal(first ?? null)),
  {
    id: 'goal.rename',
    menu: 'goal',
    group: 'open',
    keys: ['e', 'F2'],
    // a row among teams has no field for its title
    isEnabled: (context) => (context.session !== null && rowInFocus(context.session) !== null) || (hasGoal(context) && context.session?.ui.getState().screen !== 'teams'),
    run: ({ session }) => {
      if (session === null) return
      const row = rowInFocus(session)
      if (row !== null) return treeOf(session).setState({ editing: { key: row, field: 'title' } })
      const [first = null] = goalsMeant(session)
      session.ui.getState().rename(first)
    },
  },
  onGoals({ id: 'goal.note', keys: ['n'], group: 'open' }, ({ ui }, [first]) => {
    if (first !== undefined) ui.getState().open({ kind: 'note', goal: first })
  }),
  onCard({ id: 'goal.select', keys: ['x'], group: 'open' }, ({ board }, card) => board.getState().toggleSelected(card)),
  {
    id: 'goal.accept',
    menu: 'goal',
    group: 'open',
    keys: ['a'],
    isEnabled: ({ session }) => session !== null && askInFocus(session) !== null,
    run: ({ session }) => {
      const ask = session === null ? null : askInFocus(session)
      if (session === null || ask === null) return
      const { accepted = [] } = recordOf(session.plan.getState().view, ask.goal) ?? {}
      acceptAsk(session, { ...ask, isAccepted: !accepted.includes(ask.team) })
    },
  },
  {
    id: 'goal.leave',
    menu: 'goal',
    group: 'open',
    keys: ['Escape'],
    isEnabled: ({ session }) => session !== null && (session.board.getState().selected.size > 0 || session.ui.getState().goal !== null),
    run: ({ session }) => {
      if (session === null) return
      const { selected, clearSelected } = session.board.getState()
      if (selected.size > 0) clearSelected()
      else session.ui.getState().openGoal(null)
    },
  },
  onGoals({ id: 'goal.move', keys: ['m'], group: 'move' }, ({ ui }, goals) => ui.getState().open({ kind: 'move', goals })),
  ...steps.map(({ id, by, keys }) => onCard({ id, keys, group: 'move' }, (session, card) => stepCard(session, { id: card, by }))),
  ...statuses.map((status, index) => onGoals({ id: `goal.${status}`, keys: [String(index + 1)], group: 'status' }, (session, goals) => setStatus(session, { goals, status }))),
  ...quarters.map((quarter) => onGoals({ id: `goal.quarter${quarter}`, keys: [], group: 'quarter' }, (session, goals) => schedule(session, { goals, quarter }))),
  onGoals({ id: 'goal.unschedule', keys: [], group: 'quarter' }, (session, goals) => schedule(session, { goals, quarter: null })),
  onGoals({ id: 'goal.drop', keys: [], group: 'delete' }, dropGoals),
  onGoals({ id: 'goal.print', keys: [], group: 'print' }, ({ ui }, [first]) => {
    ui.getState().printGoal(first ?? null)
    window.print()
  }),
  onGoals({ id: 'goal.delete', keys: ['Delete'], group: 'delete' }, deleteGoals),
]
