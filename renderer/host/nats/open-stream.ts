import { DiscardPolicy, JetStreamApiCodes, JetStreamApiError, type JetStreamManager, RetentionPolicy, StorageType, type StreamInfo } from '@nats-io/jetstream'
import type { PlanSubjects } from './plan-subjects.ts'

/**
 * Makes the stream of a plan where it is missing: the first computer that looks does, also after the server lost
 * everything. Of two that do it at once the later may be told that there is no room for another one, and finds it there.
 * @returns the most bytes one message of it may have, or null where it sets no limit
 */
export async function openStream(manager: JetStreamManager, subjects: PlanSubjects): Promise<number | null> {
  const { config } = await manager.streams.info(subjects.stream).catch((error: unknown) => {
    if (!isMissing(error)) throw error
    return makeStream(manager, subjects)
  })
  return config.max_msg_size !== undefined && config.max_msg_size > 0 ? config.max_msg_size : null
}

async function makeStream(manager: JetStreamManager, { stream, kept }: PlanSubjects): Promise<StreamInfo> {
  try {
    return await manager.streams.add({
      name: stream,
      subjects: [...kept],
      retention: RetentionPolicy.Limits,
      storage: StorageType.File,
      discard: DiscardPolicy.Old,
      max_msgs_per_subject: 1,
      allow_direct: true,
    })
  } catch (error) {
    return manager.streams.info(stream).catch(() => Promise.reject(error))
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound
}
