/** What must lie in `test/files` for each version that ever went out, and what is missing of it. */
export interface Released {
  /** The present version of the format of plan files, `1.1`. */
  readonly format: number
  readonly snapshotFormat: number
  /** How many versions each database has had, by the beginning of its frozen files' names. */
  readonly databases: Readonly<Record<string, number>>
  /** The names of the files that are there. */
  readonly files: readonly string[]
}

/** The frozen files that should be there and aren't: with a new version one is made of it, before anybody has it. */
export function missingFrozen({ format, snapshotFormat, databases, files }: Released): readonly string[] {
  const needed = [
    `plan-file-${format}.plan.json`,
    `plan-file-${format}.expected.json`,
    ...Object.entries(databases).flatMap(([name, versions]) => Array.from({ length: versions }, (_, index) => `${name}-${index + 1}.json`)),
  ]
  const missing = needed.filter((name) => !files.includes(name))
  return files.some((name) => name.startsWith(`snapshot-${snapshotFormat}-`)) ? missing : [...missing, `snapshot-${snapshotFormat}-….snapshot.json`]
}

/** A field as far as it matters here. */
export interface AnyField {
  readonly accepts: (value: unknown) => boolean
  readonly empty?: unknown
  readonly isSet: boolean
}

/**
 * Fields that a record written before them couldn't be read without: every field says what it reads as where it was
 * never set, and that is null, an empty list, or a value that a file may hold.
 */
export function requiredFields(kinds: Readonly<Record<string, { readonly fields: Readonly<Record<string, AnyField>> }>>): readonly string[] {
  return Object.entries(kinds).flatMap(([kind, { fields }]) => Object.entries(fields).flatMap(([name, field]) => (isReadableWithout(field) ? [] : [`${kind}.${name}`])))
}

function isReadableWithout(field: AnyField): boolean {
  if (!Object.hasOwn(field, 'empty') || field.empty === undefined) return false
  if (field.isSet) return Array.isArray(field.empty) && field.empty.length === 0
  return field.empty === null || field.empty === '' || field.accepts(field.empty)
}
