/** Milliseconds of the middle one of several runs; the first, which warms up, isn't counted. */
export function medianTime(runs: number, work: () => unknown): number {
  work()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return median(times)
}

/**
 * The middle one of the milliseconds of each of several works, which are taken by turns, so that a slow spell of the
 * machine hits all of them; one round warms up. What a work returns is called when its time is taken.
 */
export function alternatingTimes(rounds: number, works: readonly (() => (() => void) | undefined)[]): readonly number[] {
  const times = works.map((): number[] => [])
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now()
      const after = work()
      if (round >= 0) times[index]?.push(performance.now() - start)
      after?.()
    }
  }
  return times.map(median)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export function row(name: string, values: Readonly<Record<string, string | number>>): void {
  const cells = Object.entries(values).map(([key, value]) => `${key} ${typeof value === 'number' ? value.toFixed(1) : value}`)
  process.stdout.write(`${name.padEnd(44)} ${cells.join('   ')}\n`)
}
