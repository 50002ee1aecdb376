import type { Edit } from '../../changes/change.ts'
import type { RecordId } from '../../model/ids.ts'
import type { Quarter } from '../../model/year.ts'

/**
 * What a page leaves open, with what is proposed: nothing of it is decided for the person.
 *
 * - `status`: a note speaks of several goals, or raises a doubt; choices are the seven statuses
 * - `reason`: why and for whom a goal waits, in the note's words; choices `words`, `none`
 * - `scaffold`: a note's head that nobody filled in; choices `missing` (a missing check-in, nothing is written), `note`
 * - `split`: a bullet that lists several things; choices `each` (a goal for each), `one` (the goal as written)
 * - `output`: a goal of a section that names several outputs; choices are their numbers
 * - `carry`: the same goal in an earlier quarter; choices `carried`, `separate`
 * - `title`: an outcome or output worded differently on the page; choices are the wordings
 */
export type ProposalKind = 'status' | 'reason' | 'scaffold' | 'split' | 'output' | 'carry' | 'title'

export interface Proposal {
  /** The same for the same thing on every reading of the page. */
  readonly id: string
  readonly kind: ProposalKind
  readonly line: number
  /** The words on the page. */
  readonly quote: string
  /** Other words on the page that speak of it, earliest first. */
  readonly alsoSaid: readonly { readonly line: number; readonly quote: string }[]
  readonly about: RecordId
  /** What `about` is called. */
  readonly title: string
  /** Output numbers of the section, to group by. */
  readonly outputs: readonly string[]
  readonly quarter: Quarter | null
  readonly choices: readonly Choice[]
  /** The id of the choice that is proposed. */
  readonly proposed: string
  /** Only asked where another proposal has a certain answer. */
  readonly needs: Need | null
}

export interface Choice {
  readonly id: string
  /** A word of the data, not of a language: a status, an output's number, a title. */
  readonly label: string
  readonly edits: readonly Edit[]
}

export interface Need {
  readonly proposal: string
  readonly choice: string
  /** The choice that holds when the answer is another, or null where nothing is left to write. */
  readonly otherwise: string | null
}
