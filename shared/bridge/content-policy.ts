/**
 * What a page of the planner may do, wherever it is served from. `require-trusted-types-for` closes the ways from a
 * string into a script, but for the one policy that knows the address of our own worker (`start-copies-worker.ts`);
 * nothing is loaded from anywhere but the planner itself, and no style may stand in an attribute. Which servers people
 * share plans through nobody knows beforehand, so it may open encrypted WebSockets; in Electron main lets those through
 * alone that a person allowed (`electron/main/servers/`). Unencrypted ones reach this computer and no other.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' wss: ws://127.0.0.1:* ws://localhost:*",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types quarterdeck-worker',
].join('; ')

/** The headers every answer carries, from the custom scheme as from 127.0.0.1. Frames are refused by both old and new name. */
export const safetyHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${contentPolicy}; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), serial=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}
