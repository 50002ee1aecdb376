import { planFileSchema } from '../../shared/file/plan-schema.ts'

/** The JSON Schema of plan files, as it stands in `shared/file/plan-file.schema.json`. */
export function schemaText(): string {
  return `${JSON.stringify(planFileSchema(), null, 2)}\n`
}
