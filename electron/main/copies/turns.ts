/** Runs what is asked for under one name one after the other, and under different names at once. */
export type InTurn = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** Work must not fail: what it has to say of failure is its result. */
export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work)
    last.set(name, turn)
    void turn.then(() => {
      if (last.get(name) === turn) last.delete(name)
    })
    return turn
  }
}
