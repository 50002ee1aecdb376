/**
 * Switches with which somebody else reads, steers or moves the app, or takes its walls down. They serve developers; in a
 * packaged app they come from a changed shortcut or from another program.
 */
const unsafeSwitches: ReadonlySet<string> = new Set([
  // eyes and hands inside
  ...['remote-debugging-address', 'remote-debugging-pipe', 'remote-debugging-port', 'remote-allow-origins', 'enable-automation'],
  ...['inspect', 'inspect-brk', 'inspect-brk-node', 'inspect-port', 'inspect-publish-uid', 'inspect-wait', 'debug-port', 'js-flags'],
  ...['load-extension', 'disable-extensions-except', 'load-apps', 'auto-open-devtools-for-tabs', 'unsafely-disable-devtools-self-xss-warnings'],
  // programs started in place of ours
  ...['browser-subprocess-path', 'gpu-launcher', 'renderer-cmd-prefix', 'utility-cmd-prefix', 'zygote-cmd-prefix'],
  // walls
  ...['no-sandbox', 'no-zygote', 'no-zygote-sandbox', 'single-process', 'in-process-gpu', 'allow-sandbox-debugging', 'disable-gpu-sandbox'],
  ...['disable-namespace-sandbox', 'disable-seccomp-filter-sandbox', 'disable-setuid-sandbox', 'disable-web-security'],
  ...['disable-site-isolation-for-policy', 'disable-site-isolation-trials', 'allow-file-access-from-files', 'allow-running-insecure-content'],
  ...['enable-blink-features', 'disable-blink-features', 'enable-experimental-web-platform-features', 'use-fake-ui-for-media-stream'],
  // where requests go, and whom they trust
  ...['host-resolver-rules', 'host-rules', 'proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'proxy-bypass-list', 'auth-server-allowlist'],
  ...['ignore-certificate-errors', 'ignore-certificate-errors-spki-list', 'allow-insecure-localhost', 'unsafely-treat-insecure-origin-as-secure'],
  ...['log-net-log', 'ssl-key-log-file'],
  // where the plans are
  ...['user-data-dir', 'disk-cache-dir'],
])

/** Variables that do what a switch does which is refused. `NODE_OPTIONS` and `ELECTRON_RUN_AS_NODE` are not read at all: their fuses are off. */
const unsafeVariables = ['ELECTRON_DISABLE_SANDBOX', 'ELECTRON_NO_ASAR'] as const

/**
 * The first thing in a start of the packaged app that it does not start with, or null. While developing, everything goes.
 * Read as Chromium and Node read it: one dash or two, on Windows a slash too, in any case, with `_` for `-`, spaces
 * around; what follows `--` is files.
 */
export function unsafeStart(options: {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly packaged: boolean
  readonly platform: string
}): string | null {
  if (!options.packaged) return null
  const given = options.argv.slice(1).map((each) => each.trim())
  const end = given.indexOf('--')
  const named = (end === -1 ? given : given.slice(0, end)).find((each) => unsafeSwitches.has(switchName(each, options.platform) ?? ''))
  if (named !== undefined) return `--${switchName(named, options.platform) ?? ''}`
  return unsafeVariables.find((name) => (options.env[name] ?? '') !== '') ?? null
}

/** What a word of the command line is called as a switch, without its value; null for one that is none. */
function switchName(word: string, platform: string): string | null {
  const name = (platform === 'win32' ? /^(?:--?|\/)([^=:]+)/ : /^--?([^=]+)/).exec(word)?.[1]
  return name === undefined ? null : name.trim().toLowerCase().replaceAll('_', '-')
}
