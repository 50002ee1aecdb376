import { errorName } from '../error-name.ts'

/** What passes: a program that synchronises, or looks for viruses, holds a file for a moment or replaces it while it is read. */
const passing: readonly string[] = ['NoModificationAllowedError', 'NotReadableError', 'InvalidStateError']
const waits: readonly number[] = [40, 120, 400]

/** Tries again while something else is at the same file. */
export async function persist<T>(work: () => Promise<T>): Promise<T> {
  for (const ms of waits) {
    try {
      return await work()
    } catch (error) {
      if (!passing.includes(errorName(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, ms))
    }
  }
  return work()
}
