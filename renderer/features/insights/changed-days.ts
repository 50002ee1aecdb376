/** The days that a table tells of: the first, the last, and those on which a number became another. */
export function changedDays(rows: readonly (readonly number[])[]): readonly number[] {
  return rows.flatMap((row, day) => {
    const before = rows[day - 1]
    const isSame = before !== undefined && row.every((count, index) => count === before[index])
    return isSame && day < rows.length - 1 ? [] : [day]
  })
}
