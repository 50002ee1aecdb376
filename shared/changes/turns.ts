/** Does one piece of work after the other, in the order in which they were asked for; under different names at once. */
export type InTurn = <T>(work: () => Promise<T>, name?: string) => Promise<T>

/** Work that fails has had its turn like any other: whoever asked is told, and the next begins. */
export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (work, name = '') => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work)
    last.set(name, turn)
    const leave = (): void => {
      if (last.get(name) === turn) last.delete(name)
    }
    void turn.then(leave, leave)
    return turn
  }
}
