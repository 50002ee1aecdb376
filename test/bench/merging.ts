import type { Fields, MergeSides } from './merge-sides.ts'

/** What one computer would send to the other, as a program's own files hold it. */
export interface MergeFiles {
  readonly mine: Uint8Array
  readonly theirs: Uint8Array
}

export interface Merged {
  readonly bytes: Uint8Array
  /** What the merged plan says, every field of it: some load only what is asked for. */
  readonly read: () => Fields
  /** Gives memory back that no garbage collector sees, and without which the next run is slower; not timed. */
  readonly free?: () => void
}

/** One program that merges: the same plan and the same edits in its own files, and from two files to one. */
export interface Merging {
  readonly name: string
  /** Whether what was overwritten can be read afterwards. */
  readonly keepsHistory: boolean
  readonly write: (sides: MergeSides) => MergeFiles
  /** Loads both from their bytes, merges, and saves to bytes. */
  readonly merge: (files: MergeFiles) => Merged
}
