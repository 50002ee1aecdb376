import type { JetStreamManager } from '@nats-io/jetstream'
import type { MailItem } from '../../../shared/share/mailbox.ts'
import type { Head } from './mail-headers.ts'
import { itemSubject, partSubject, type PlanSubjects } from './plan-subjects.ts'

/**
 * Those of some items of which not all parts are there, as when somebody took them out of the stream: the head alone says nothing
 * of that, and whoever wrote it would never put it again.
 */
export async function lostParts<Listed extends { readonly item: MailItem; readonly head: Head | null }>({ manager, subjects, items }: { readonly manager: JetStreamManager; readonly subjects: PlanSubjects; readonly items: readonly Listed[] }): Promise<readonly Listed[]> {
  const split = items.flatMap((listed) => (listed.head?.split === null || listed.head === null ? [] : [{ listed, split: listed.head.split }]))
  if (split.length === 0) return []
  const { state } = await manager.streams.info(subjects.stream, { subjects_filter: subjects.parts })
  const lies = new Map<string, number>()
  for (const subject of Object.keys(state.subjects ?? {})) {
    const text = subject.slice(0, subject.lastIndexOf('.') + 1)
    lies.set(text, (lies.get(text) ?? 0) + 1)
  }
  return split.flatMap(({ listed, split: { slot, parts } }) => {
    const item = itemSubject(subjects, listed.item.name)
    const there = item === null ? 0 : (lies.get(partSubject({ item, slot, part: '>' }).slice(0, -1)) ?? 0)
    return there < parts ? [listed] : []
  })
}
