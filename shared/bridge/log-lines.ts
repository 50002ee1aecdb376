/** How many of the last lines of the log are at hand for who reports a fault. */
export const mostLogLines = 60
