/** JSON with each top-level key on a line, and each element of a top-level list on one of its own. */
export function layOut(file: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(file).map(([key, value]) => {
    const list = Array.isArray(value) && value.length > 0 ? `[\n${value.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n ]` : JSON.stringify(value)
    return ` ${JSON.stringify(key)}: ${list}`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}
