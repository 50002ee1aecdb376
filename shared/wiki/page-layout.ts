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
