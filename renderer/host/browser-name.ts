const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(?:Headless)?Chrome\//, 'Chromium'],
  [/\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biP(?:hone|ad)\b/, 'iOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/**
 * What stands for a computer's name where a page may not know it: "Firefox on Linux". Browsers name those they descend
 * from as well, so the first that fits counts.
 */
export function browserName(userAgent: string): string {
  return onSystem(firstFitting(browsers, userAgent) ?? 'Browser', userAgent)
}

/** The browser with its version, as it says it: "Firefox 140.0 on Linux". */
export function browserVersion(userAgent: string): string {
  const [pattern, browser] = browsers.find(([each]) => each.test(userAgent)) ?? [null, 'Browser']
  // Safari says its own version beside what it is built on
  const version = pattern === null ? null : (/\bVersion\/([\d.]{1,20})/.exec(userAgent) ?? new RegExp(`${pattern.source}([\\d.]{1,20})`).exec(userAgent))?.[1]
  return onSystem(version === null || version === undefined ? browser : `${browser} ${version}`, userAgent)
}

function onSystem(browser: string, userAgent: string): string {
  const system = firstFitting(systems, userAgent)
  return system === null ? browser : `${browser} on ${system}`
}

function firstFitting(table: readonly (readonly [RegExp, string])[], text: string): string | null {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
