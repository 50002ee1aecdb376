import type { WebFrameMain } from 'electron'
import { appOrigin } from '../../shared/bridge/product.ts'
import { isOurAddress } from './origin.ts'

/** What is looked at of the frame that sent a message. */
export type SenderFrame = Pick<WebFrameMain, 'origin' | 'url' | 'parent'>

/**
 * Whether a message came from the page itself: a frame that still exists, not inside another, of exactly our origin.
 * The address is looked at besides the origin, because an `about:blank` child has its parent's origin.
 */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === appOrigin && isOurAddress(frame.url)
}
