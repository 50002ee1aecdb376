import type { PageLayout } from '../wiki/page-layout.ts'

/** What the forms are called in which a text may say a plan's goals. */
export const pageLayoutLabel: Readonly<Record<PageLayout, string>> = {
  goalsPage: 'text of a goals page',
  wikitext: 'wikitext of a goals page',
  ownWikitext: 'wikitext written by Quarterdeck',
  table: 'a table of goals',
  teamSections: 'goals by team with dated statuses',
}
