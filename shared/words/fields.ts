import type { RecordKind } from '../model/ids.ts'
import type { specs } from '../model/records.ts'

type FieldsOf<K extends RecordKind> = keyof (typeof specs)[K]['fields']
/** Every field any record has, and the one that all have. */
export type FieldName = { [K in RecordKind]: FieldsOf<K> }[RecordKind] | 'deleted'

/** The fields of records, by the same word wherever they are shown. */
export const fieldLabel: Readonly<Record<FieldName, string>> = {
  about: 'About',
  accepted: 'Accepted by',
  author: 'Author',
  below: 'Worked on below',
  carriedFrom: 'Carried from',
  carriedInto: 'Carried into',
  carriedThrough: 'Carried through',
  code: 'Code',
  continues: 'Continues',
  date: 'Date',
  deleted: 'Deleted',
  dependsOn: 'Depends on',
  description: 'Description',
  dropped: 'Dropped',
  earlier: 'Earlier edit',
  foldedBefore: 'History folded away before',
  later: 'Later edit',
  links: 'Links',
  name: 'Name',
  number: 'Number',
  order: 'Position',
  outcome: 'Outcome',
  output: 'Output',
  owner: 'Owner',
  parent: 'Part of',
  program: 'Program',
  quarter: 'Quarter',
  reason: 'Reason',
  record: 'Record',
  reviewed: 'Reviewed',
  since: 'Since',
  startsOn: 'Year begins on',
  states: 'Statuses',
  status: 'Status',
  statusWords: 'Status words',
  stretch: 'Stretch',
  summary: 'Summary',
  taskLinks: 'Task links',
  tasks: 'Tasks',
  teams: 'Teams',
  text: 'Text',
  title: 'Title',
  until: 'Until quarter',
  waitingOn: 'Waiting on',
}

/** The word for a field; one that a newer version has written is called by its own name. */
export function fieldName(field: string): string {
  return Object.hasOwn(fieldLabel, field) ? fieldLabel[field as FieldName] : field // hasOwn says so
}
