/**
 * In which form a text says a plan's goals.
 *
 * - `goalsPage`: text copied from a page with sections `Outcome 1 / Output 1.1`
 * - `wikitext`: the source of such a page
 * - `ownWikitext`: a page that was written from a plan, with what can't be seen in comments
 * - `table`: a table with a row for each goal, by tabs or in wikitext
 * - `teamSections`: a heading for each team, and below each goal dated bullets with a status
 */
export type PageLayout = 'goalsPage' | 'wikitext' | 'ownWikitext' | 'table' | 'teamSections'

/** What the forms are called. */
export const pageLayoutLabel: Readonly<Record<PageLayout, string>> = {
  goalsPage: 'text of a goals page',
  wikitext: 'wikitext of a goals page',
  ownWikitext: 'wikitext written by Quarterdeck',
  table: 'a table of goals',
  teamSections: 'goals by team with dated statuses',
}
