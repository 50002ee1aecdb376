/** What comes of work that does not fail, or `late` where that takes longer than so many milliseconds; the work goes on. */
export async function atMost<Result, Late>(options: { readonly work: Promise<Result>; readonly ms: number; readonly late: Late }): Promise<Result | Late> {
  const { promise, resolve } = Promise.withResolvers<Late>()
  const timer = setTimeout(() => resolve(options.late), options.ms)
  const result = await Promise.race([options.work, promise])
  clearTimeout(timer)
  return result
}
