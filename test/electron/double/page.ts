import type { SessionDouble } from './session.ts'

/** A page as the parts of the double see it that serve one. */
export interface Page {
  readonly session: SessionDouble
  readonly mainFrame: { readonly origin: string; readonly url: string }
  /** The address main itself asked for, until its request has come. */
  expected: string | null
  /**
   * The origin of the page that main has answered with, until Chromium tells that it is there: the first requests of a page may
   * come before that.
   */
  arriving: string | null
  /** Hands a text to the page's side of the double. */
  readonly post: (text: string) => void
  readonly emit: (event: string, details: unknown) => boolean
}
