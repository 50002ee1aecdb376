/**
 * Seeds of histories that once broke a promise, with what was wrong. They are played in every run, so what
 * was mended stays mended. A seed tells another history when the steps or their order change; then it does
 * no harm, and the sentence still tells what to look for.
 */
export const keptSeeds: readonly { readonly seed: number; readonly broke: string }[] = []
