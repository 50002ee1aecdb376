/** Tells when a person comes back to the window or leaves it, or the computer has a network again. Returns how to stop. */
export function onWake(listener: () => void): () => void {
  const listening = new AbortController()
  const { signal } = listening
  document.addEventListener('visibilitychange', listener, { signal })
  for (const event of ['pageshow', 'focus', 'online']) window.addEventListener(event, listener, { signal })
  return () => listening.abort()
}
