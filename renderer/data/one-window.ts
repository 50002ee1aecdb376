/** Runs work unless another window of this computer is at it; null where one is. */
export async function inOneWindow<Result>({ name, locks = navigator.locks }: { readonly name: string; readonly locks?: Pick<LockManager, 'request'> }, work: () => Promise<Result>): Promise<Result | null> {
  return locks.request(`quarterdeck-${name}`, { ifAvailable: true }, (lock) => (lock === null ? null : work()))
}
