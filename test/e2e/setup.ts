/** Before the first end-to-end spec: everything that takes long and is the same for all of them. */
export async function setup(): Promise<void> {}
