import type { HistoryEntry } from '../../shared/plan/history.ts'
import { isolated } from './isolated.ts'

export const historyText = {
  title: 'What changed',
  here: 'this computer',
  by: (who: string) => `by ${isolated(who)}`,
  nothing: '—',
  added: 'added',
  removed: 'removed',
  placeChanged: 'moved in its list',
  unknownRecord: 'something not in this plan',
  more: (count: number) => `Show ${count} more`,
  showAll: 'Show all',
  showLess: 'Show less',
  lost: (who: string) => `Overwritten by ${isolated(who)}, without knowing of this.`,
  from: 'from',
  to: 'to',
  goal: { created: 'Goal added', changed: '', deleted: 'Goal deleted', restored: 'Goal brought back' } satisfies Readonly<Record<HistoryEntry['kind'], string>>,
  note: {
    created: (date: string) => `${date} added`,
    changed: (date: string) => `${date} edited`,
    deleted: (date: string) => `${date} deleted`,
    restored: (date: string) => `${date} brought back`,
  } satisfies Readonly<Record<HistoryEntry['kind'], (date: string) => string>>,
} as const
