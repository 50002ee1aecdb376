/** What comes of work, or `late` where that takes longer; the work goes on. Whoever waits is not kept by what hangs. */
export async function atMost<Result, Late>({ work, ms, late }: { readonly work: Promise<Result>; readonly ms: number; readonly late: Late }): Promise<Result | Late> {
  const { promise, resolve } = Promise.withResolvers<Late>()
  const timer = setTimeout(() => resolve(late), ms)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
