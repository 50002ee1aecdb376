import type { RecordKind } from '../model/ids.ts'
import type { specs } from '../model/records.ts'

type FieldsOf<K extends RecordKind> = keyof (typeof specs)[K]['fields']
/** Every field any record has, and the one that all have. */
export type FieldName = { [K in RecordKind]: FieldsOf<K> }[RecordKind] | 'deleted'

/** The fields of records, by the same word wherever they are shown. */
export const fieldLabel: Readonly<Record<FieldName, string>> = {
  about: 'About',
  author: 'Author',
  carriedFrom: 'Carried from',
  code: 'Code',
  date: 'Date',
  deleted: 'Deleted',
  dependsOn: 'Depends on',
  description: 'Description',
  earlier: 'Earlier edit',
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
  startsOn: 'Year begins on',
  status: 'Status',
  stretch: 'Stretch',
  summary: 'Summary',
  tasks: 'Tasks',
  teams: 'Teams',
  text: 'Text',
  title: 'Title',
  waitingOn: 'Waiting on',
}

/** The word for a field; one that a newer version has written is called by its own name. */
export function fieldName(field: string): string {
  return Object.hasOwn(fieldLabel, field) ? fieldLabel[field as FieldName] : field // hasOwn says so
}
