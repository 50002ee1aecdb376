import { JetStreamApiError } from '@nats-io/jetstream'
import { AuthorizationError, PermissionViolationError, UserAuthenticationExpiredError } from '@nats-io/nats-core'
import type { MailFailure } from '../../../shared/share/mailbox.ts'

/** What the JetStream API calls no room: for the account, on the disk, in memory, in the stream, for one more stream. */
const noRoom: readonly number[] = [10002, 10023, 10026, 10027, 10028, 10047, 10077]
const tooLarge: readonly number[] = [10054, 10097]

/** Why the server did not do it, of what the library threw. A request that was refused has the reason as its cause. */
export function mailReason(error: unknown): MailFailure {
  if (!(error instanceof Error)) return 'failed'
  const cause = error.cause instanceof Error ? error.cause : error
  if (isRefusal(error) || isRefusal(cause)) return 'refused'
  if (!(error instanceof JetStreamApiError)) return isOurFault(error) ? 'failed' : 'unreachable'
  if (noRoom.includes(error.code) || /maximum (?:bytes|messages)|insufficient/.test(error.message)) return 'full'
  return tooLarge.includes(error.code) ? 'tooLarge' : 'failed'
}

/** A server that is busy answers a login too late in the same words as one that refuses it. */
function isRefusal(error: Error): boolean {
  if (error instanceof AuthorizationError) return !/timeout/i.test(error.message)
  return error instanceof PermissionViolationError || error instanceof UserAuthenticationExpiredError
}

function isOurFault(error: Error): boolean {
  return error instanceof TypeError || error.name === 'InvalidArgumentError' || error.name === 'JetStreamNotEnabled'
}
