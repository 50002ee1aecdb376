import type { Page } from 'playwright-core'
import type { ChangeSet } from '../../shared/changes/fold.ts'
import { writePlanFile } from '../../shared/file/write-plan-file.ts'
import { openFile } from './app.ts'

/** Opens a file with this text in the planner, as Ctrl+O does. */
export function openText(page: Page, name: string, text: string): Promise<void> {
  return openFile(page, { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
}

/** Opens what a colleague has exported. */
export function openSet(page: Page, name: string, set: ChangeSet): Promise<void> {
  return openText(page, name, colleaguesFile(set))
}

export function colleaguesFile(set: ChangeSet): string {
  return writePlanFile({ set, by: { replica: 'ssssssssss', name: 'SRE laptop' }, at: '2018-12-06T16:42:00.000Z', app: 'test' })
}
