/** An event of Electron's kind, whose default a listener can prevent. */
export interface Cancellable {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export function cancellable(): Cancellable
export function cancellable<T extends object>(details: T): Cancellable & T
export function cancellable(details: object = {}): Cancellable {
  let prevented = false
  const event = {
    get defaultPrevented() {
      return prevented
    },
    preventDefault() {
      prevented = true
    },
  }
  return Object.assign(event, details)
}
