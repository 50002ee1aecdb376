import { anyIdFragment, idFragment, type JsonFragment } from '../model/json-fragment.ts'
import { recordKinds, type RecordKind } from '../model/ids.ts'
import type { FieldSpec } from '../model/record-spec.ts'
import { specs } from '../model/records.ts'
import { limits } from './limits.ts'
import { collections, otherCollection, planFormat, planFormatVersion, type headKeys } from './plan-file.ts'

/** A JSON Schema, draft 2020-12. */
export type Schema = boolean | Keywords
type Keywords = Readonly<Record<string, unknown>>

const anyFlag = { type: ['boolean', 'null'] } as const
const fieldNames = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9]{0,39}(?:/[\\s\\S]{1,200})?$' } as const

/**
 * The schema of a `*.plan.json`, made from the specs of the records, so that it says what the reader accepts. It
 * says less than the reader where a schema can't say more: that ids stand once, that a file holds one plan, that
 * a writer's stamp names the writer, how long a text is in UTF-16 units, that no member of an unknown set is empty.
 */
export function planFileSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Annual plan',
    description: 'A plan with its programs, outcomes, outputs, goals and notes. Only format, version and plan have to be there. What this version does not know is kept.',
    type: 'object',
    required: ['format', 'version', 'plan'],
    properties: { ...headProperties(), ...collectionProperties() },
    additionalProperties: { description: 'Records of kinds that a newer version knows.', ...listOf({ $ref: '#/$defs/record' }) },
    $defs: { ...Object.fromEntries(recordKinds.map((kind) => [kind, recordSchema(kind)])), ...sharedDefinitions() },
  }
}

function headProperties(): Readonly<Record<(typeof headKeys)[number], Schema>> {
  return {
    $schema: { description: 'Where this schema is found, for editors.' },
    format: { const: planFormat },
    version: { type: 'number', minimum: 1, exclusiveMaximum: Math.floor(planFormatVersion) + 1 },
    app: { description: 'What wrote the file.' },
    by: { description: 'Who wrote the file: { "replica": "…", "name": "SRE laptop" }.' },
    at: { description: 'When it was written, as 2018-12-06T16:42:00Z.' },
    digest: { description: 'Written by the app, which can tell by it that a file was changed by hand. A script leaves it out.' },
    knows: { description: 'The latest stamp of each writer whose changes are in the file. A script leaves it out.', ...stampsByName },
    plan: rowOf('plan'),
    history: { description: 'What was overwritten. A script leaves it out.', type: 'array', maxItems: limits.history, items: { $ref: '#/$defs/change' } },
  }
}

function collectionProperties(): Readonly<Record<string, Schema>> {
  const own = Object.entries(collections).map(([kind, key]): readonly [string, Schema] => [key, listOf(rowOf(kind))])
  return { ...Object.fromEntries<Schema>(own), [otherCollection]: listOf({ $ref: '#/$defs/record' }) }
}

function listOf(items: Schema): Keywords {
  return { type: 'array', items }
}

function rowOf(kind: string): Schema {
  return { $ref: `#/$defs/${kind}`, type: 'object', required: ['id'] }
}

const stampsByName = { type: 'object', additionalProperties: { $ref: '#/$defs/stamp' } } as const

/** One line of the file. A set is a list of its members; a member may also be a field of its own, `"teams/SRE": true`. */
function recordSchema(kind: RecordKind): Schema {
  const fields: readonly (readonly [string, FieldSpec<unknown>])[] = Object.entries(specs[kind].fields)
  const names = (isSet: boolean): readonly string[] => fields.filter(([, spec]) => spec.isSet === isSet).map(([name]) => name)
  return {
    type: 'object',
    properties: { id: idFragment([kind]), ...Object.fromEntries(fields.map(([name, spec]) => [name, fieldSchema(spec)])), deleted: anyFlag, at: { $ref: '#/$defs/stamps' } },
    patternProperties: { [membersOf(['deleted', ...names(true)])]: anyFlag, [membersOf(names(false))]: false },
    propertyNames: fieldNames,
  }
}

function fieldSchema({ json, expects, isSet }: FieldSpec<unknown>): Schema {
  return isSet ? { description: `A list of ${expects}.`, ...listOf({ ...json }) } : { description: `This is ${expects}, or null.`, ...orNull(json) }
}

function orNull({ type, enum: values, ...rest }: JsonFragment): Keywords {
  return { ...(type === undefined ? {} : { type: [type, 'null'] }), ...(values === undefined ? {} : { enum: [...values, null] }), ...rest }
}

function membersOf(names: readonly string[]): string {
  return `^(?:${names.join('|')})/`
}

function sharedDefinitions(): Readonly<Record<string, Schema>> {
  return {
    record: {
      description: 'A record of a kind that this version does not know, or of one it does.',
      type: 'object',
      required: ['id'],
      properties: { id: { ...anyIdFragment, not: { type: 'string', pattern: '^plan:' } }, at: { $ref: '#/$defs/stamps' } },
        propertyNames: fieldNames,
      allOf: recordKinds.map((kind) => when(ofKind('id', kind), { $ref: `#/$defs/${kind}` })),
    },
    change: {
      type: 'object',
      required: ['at', 'on', 'set'],
      properties: { at: { $ref: '#/$defs/stamp' }, on: anyIdFragment, set: { type: 'object', properties: { id: false, at: false }, propertyNames: fieldNames } },
      additionalProperties: false,
      allOf: recordKinds.map((kind) => when(ofKind('on', kind), { type: 'object', properties: { set: changedFields(kind) } })),
    },
    stamp: { description: 'When and by whom a value was written, as the app writes it.', type: 'string', pattern: '^[0-3][0-9a-z]{9}-[0-9a-z]{3}-[0-9a-z]{11}$' },
    stamps: { description: 'When each field was written, "*" standing for all others. A script leaves it out.', ...stampsByName, type: ['object', 'null'], required: ['*'] },
  }
}

/** What holds of the values that fit a condition. Said by `else`, since an object with a `then` passes for a promise. */
function when(condition: Schema, schema: Schema): Keywords {
  return { if: { not: condition }, else: schema }
}

function ofKind(key: string, kind: RecordKind): Schema {
  return { type: 'object', properties: { [key]: { type: 'string', pattern: `^${kind}:` } } }
}

/** In a change a set has no list, only members. */
function changedFields(kind: RecordKind): Schema {
  const sets = Object.entries(specs[kind].fields).flatMap(([name, spec]: readonly [string, FieldSpec<unknown>]) => (spec.isSet ? [name] : []))
  return { $ref: `#/$defs/${kind}`, ...(sets.length === 0 ? {} : { type: 'object', properties: Object.fromEntries(sets.map((name) => [name, false])) }) }
}
