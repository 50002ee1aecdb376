import { hasKind } from '../model/ids.ts'
import { splitField } from '../model/record-spec.ts'
import type { Aspect, ComparedRecord, CompareScope } from './comparison.ts'

/** The fields of a goal that people write in words. */
const textFields: readonly string[] = ['title', 'description', 'reason', 'waitingOn', 'owner']

/** Which aspect of a goal a field belongs to; `dependsOn/SRE` is a field of the set `dependsOn`. */
export function aspectOfField(field: string): 'moved' | 'status' | 'text' | 'other' | 'reordered' {
  const { name } = splitField(field)
  if (name === 'order') return 'reordered'
  if (name === 'quarter') return 'moved'
  if (name === 'status') return 'status'
  return textFields.includes(name) ? 'text' : 'other'
}

/** What is to be told of a record that differs. */
export function aspectsOf({ on, change, fields, moved }: Pick<ComparedRecord, 'on' | 'change' | 'fields' | 'moved'>, scope: CompareScope): readonly Aspect[] {
  if (hasKind(on, 'note')) return [change === 'added' ? 'noteAdded' : change === 'dropped' ? 'noteRemoved' : 'noteChanged']
  if (!hasKind(on, 'goal')) return [change === 'added' ? 'partAdded' : change === 'dropped' ? 'partDropped' : 'partChanged']
  if (change !== 'changed') return [change === 'added' ? 'goalAdded' : 'goalDropped']
  const found = new Set(fields.map(({ field }) => aspectOfField(field)))
  const told: Aspect[] = moved === null ? [] : [moved.to === scope ? 'movedIn' : moved.from === scope ? 'movedOut' : 'moved']
  if (found.has('status')) told.push('status')
  if (found.has('text')) told.push('text')
  // a sub-goal may say the quarter of its parent itself now: then it did not move
  if (found.has('other') || (found.has('moved') && moved === null)) told.push('other')
  return told.length === 0 ? ['reordered'] : told
}
