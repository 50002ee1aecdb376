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

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export function row(name: string, values: Readonly<Record<string, string | number>>): void {
  const cells = Object.entries(values).map(([key, value]) => `${key} ${typeof value === 'number' ? value.toFixed(1) : value}`)
  process.stdout.write(`${name.padEnd(44)} ${cells.join('   ')}\n`)
}
