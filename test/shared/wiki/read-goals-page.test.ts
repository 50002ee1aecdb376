import { describe, expect, test } from 'vitest'
import { countGoalsPage } from '../../../shared/wiki/count-goals-page.ts'
import { readGoalsPage } from '../../../shared/wiki/sections/read-goals-page.ts'
import { allGoals } from '../../../shared/wiki/sections/read-goals.ts'
import { countByLine } from './count-oracle.ts'
import { pageOf, realPage, sectionPage } from './goals-page-text.ts'
import { droppedFrom } from './line-account.ts'

const page = pageOf(realPage)

describe('the TEC3 goals page', () => {
  test('[W1] it is read right to the last count', () => {
    expect(countGoalsPage(page)).toEqual({
      programs: 1,
      quarters: 4,
      sections: 15,
      sectionsByQuarter: [1, 3, 7, 4],
      outcomes: 6,
      outputs: 9,
      goals: { bullets: 33, firstLevel: 25, nested: 8, paragraphs: 1 },
      stretch: 4,
      tasks: 3,
      dependencyLines: 1,
      primaryTeamLines: 2,
      noteHeads: { all: 43, notes: 36, scaffolds: 7 },
      marks: { all: 56, inProgress: 24, done: 15, todo: 8, postponed: 3, blocked: 3, partiallyDone: 2, stalled: 1 },
      statusWordsInProse: 6,
      dates: { day: 33, month: 10 },
      notUnderstood: 0,
    })
  })

  test('[W1] an independent count of its lines says the same', () => {
    expect(countGoalsPage(page)).toMatchObject(countByLine(realPage))
  })

  test('[W2] every word of every line is in what the page was read as', () => {
    expect(droppedFrom({ page, text: realPage })).toEqual([])
    expect(page.notUnderstood).toEqual([])
  })

  test('[W3] the programme is known by code, title, year and owner', () => {
    expect(page.program).toMatchObject({ code: 'TEC3', title: 'Deployment Pipeline', startsOn: '2018-07-01', owner: 'Greg Grossmeier' })
    expect(page.program.summary).toMatch(/^We will streamline .* reducing risk\.$/)
    expect(page.program.links.map((link) => link.line)).toEqual([1, 7])
  })

  test('[W4] a quarter begins at a lone edit that follows no heading', () => {
    expect(page.quarters).toEqual([
      { quarter: 1, line: 9 },
      { quarter: 2, line: 37 },
      { quarter: 3, line: 125 },
      { quarter: 4, line: 313 },
    ])
  })

  test('[W5] one section may name two outputs, each with its title', () => {
    const last = page.sections.at(-1)
    expect(last).toMatchObject({ quarter: 4, outcome: '6', outputs: ['6.1', '6.2'], teams: ['SRE'] })
    expect(last?.outputTitles.map((title) => title.text)).toEqual(['Create a developer portal for the Deployment Pipeline platform with documentation and instructions', "Promote the platform's adoption"])
  })

  test('[W6] a section says its teams, its dependencies and its primary teams', () => {
    expect(page.sections.map((section) => section.teams.join('|')).slice(6, 8)).toEqual(['SRE|ServiceOps|RelEng', 'SRE|ServiceOps'])
    expect(page.sections.flatMap((section) => section.dependencies)).toEqual([{ line: 17, names: ['SRE'] }])
    expect(page.sections.flatMap((section) => section.primaryTeams)).toEqual([
      { line: 97, names: ['Service Operations', 'Release Engineering'] },
      { line: 184, names: ['Service Operations', 'Release Engineering', 'Core Platform'] },
    ])
  })

  test('[W7] a bullet further in is a sub-goal, and a paragraph over a list is the parent of what it holds', () => {
    const trees = page.sections.flatMap((section) => section.goals).filter((goal) => goal.children.length > 0)
    expect(trees.map((goal) => [goal.kind, goal.title, goal.children.map((child) => child.title)])).toEqual([
      ['bullet', 'Adopt more services into Deployment pipeline', ['Migrate graphoid to the Deployment pipeline', 'Deploy zotero v2 to the Deployment pipeline']],
      ['paragraph', 'Adopt more services in the pipeline', ['cxserver, ORES (partially), citoid, changeprop, cpjobqueue (stretch)', 'Deploy eventgate']],
      ['bullet', 'Aim for a better resilient, scalable, easier to manage and upgrade Kubernetes cluster service', ['Upgrade cluster components to a newer version', 'Improve docker registry architecture']],
      ['bullet', 'Migration of more services to the pipeline', ['Wikidata Termbox SSR', 'Kask for Session Storage Service', 'cpjobqueue', 'ORES']],
    ])
  })

  test('[W8] a title is without marks, stretch, team label and task link, which are kept apart', () => {
    const goals = page.sections.flatMap((section) => allGoals(section.goals))
    const at = (line: number) => goals.find((goal) => goal.line === line)
    expect(at(47)).toMatchObject({ title: 'Formalize the collection of CI infrastructure and tooling metrics', tasks: ['T205923'] })
    expect(at(102)).toMatchObject({ title: 'Migrate graphoid to the Deployment pipeline', words: [{ status: 'postponed', isMark: true, claim: 'now' }] })
    expect(at(350)).toMatchObject({ teams: ['RelEng'] })
    expect(at(350)?.title).toMatch(/at pipeline completion\.$/)
    expect(at(351)).toMatchObject({ title: 'Migration of more services to the pipeline', teams: ['RelEng', 'SRE'], tasks: ['T212801'] })
    expect(at(386)).toMatchObject({ title: 'Implementation of a Helm chart management solution', stretch: true })
    expect(at(404)?.title).toBe('Conduct at least N trainings for new pipeline users')
  })

  test('[W9] a bullet that lists several things knows its parts', () => {
    const list = page.sections.flatMap((section) => allGoals(section.goals)).find((goal) => goal.line === 190)
    expect(list?.parts.map((part) => part.title)).toEqual(['cxserver', 'ORES (partially)', 'citoid', 'changeprop', 'cpjobqueue'])
    expect(list?.parts.map((part) => part.stretch)).toEqual([false, false, false, false, true])
    expect(list?.stretch).toBe(false)
  })

  test('[W10] the seven unfilled heads are scaffolds, in four outputs', () => {
    const scaffolds = page.sections.flatMap((section) => section.notes.filter((note) => note.head === 'scaffold').map((note) => `${section.outputs.join('+')} ${note.date?.value}`))
    expect(scaffolds).toEqual(['4.1 2019-03', '5.1 2019-02', '5.1 2019-03', '6.1 2019-02', '6.1 2019-03', '6.2 2019-02', '6.2 2019-03'])
  })

  test('[W11] a mark says where it stands and what it speaks of', () => {
    const clauses = page.sections.flatMap((section) => section.notes.flatMap((note) => note.clauses)).filter((clause) => clause.line === 205 && clause.mark !== null)
    expect(clauses.map((clause) => [clause.text, clause.mark?.status, clause.after])).toEqual([
      ['ores: still', 'inProgress', 'blockers identified'],
      ['citoid', 'done', ''],
      ['changeprop is still', 'inProgress', ''],
      ['cpjobqueue is', 'postponed', 'to Q4'],
      ['eventgate has been deployed and is', 'done', ''],
    ])
    const lines = realPage.split('\n')
    for (const section of page.sections) {
      for (const word of section.notes.flatMap((note) => note.words)) {
        const text = lines[word.line - 1]?.slice(word.offset, word.offset + word.length) ?? ''
        expect(/^ ?\u00a0/.test(text)).toBe(word.isMark)
      }
    }
  })

  test('[W12] what will be done is told from what is done', () => {
    const words = page.sections.flatMap((section) => section.notes.flatMap((note) => note.words)).filter((word) => word.isMark && word.claim !== 'now')
    expect(words).toMatchObject([{ line: 123, status: 'done', claim: 'later' }])
  })

  test('[W13] a note dated after its quarter belongs where it stands', () => {
    const section = page.sections.find((candidate) => candidate.notes.some((note) => note.line === 207))
    expect(section).toMatchObject({ quarter: 3, outputs: ['3.1'] })
  })

  test('[W14] the words of a note are Markdown with its bullets, and marks are plain words', () => {
    const note = page.sections.flatMap((section) => section.notes).find((candidate) => candidate.line === 113)
    expect(note?.text.split('\n').slice(0, 4)).toEqual(['- Deploy zotero v2 to the Deployment pipeline Done', '  - Currently living in k8s staging', '  - Plan to go live next week', '- Deploy blubberoid Done'])
    const marked = page.sections.flatMap((section) => section.notes).find((candidate) => candidate.line === 329)
    expect(marked?.text).toBe('- This is now In progress, but the instrumenting Blocked right now.')
  })
})

describe('a page that is not as it should be', () => {
  test('[W15] a text in which nothing is recognised is refused with reason and line', () => {
    expect(readGoalsPage('')).toEqual({ ok: false, reason: 'empty', line: 1 })
    expect(readGoalsPage(' \n\u00a0\n')).toEqual({ ok: false, reason: 'empty', line: 1 })
    expect(readGoalsPage('\n\nDear all,\nplease find attached')).toEqual({ ok: false, reason: 'notAGoalsPage', line: 3 })
    expect(readGoalsPage('{"format":"annual-plan"}')).toEqual({ ok: false, reason: 'notAGoalsPage', line: 1 })
  })

  test('[W15] a page without any year is refused, one with only dated notes is not', () => {
    expect(readGoalsPage('Outcome 1 / Output 1.1 edit')).toEqual({ ok: false, reason: 'noYear', line: 1 })
    expect(pageOf('Outcome 1 / Output 1.1 edit\n\nStatus edit\n\nNote: May 7, 2019\n\nWell').program.startsOn).toBe('2018-07-01')
  })

  test('[W2] lines that belong nowhere are listed with their numbers', () => {
    const text = sectionPage({}).replace('What is made for it', 'What is made for it\n\nA third title').replace('Goal(s) edit', 'Risks edit\n\nNobody knows\n\nGoal(s) edit')
    expect(pageOf(text).notUnderstood).toEqual([
      { line: 11, text: 'A third title' },
      { line: 13, text: 'Risks edit' },
      { line: 15, text: 'Nobody knows' },
    ])
  })

  test('[W4] a fifth boundary is no quarter', () => {
    const text = `${realPage}\n\nedit\n\nOutcome 1 / Output 1.1 edit\n`
    expect(pageOf(text).quarters).toHaveLength(4)
    expect(pageOf(text).notUnderstood).toEqual([{ line: 414, text: 'edit' }])
    expect(pageOf(text).sections.at(-1)?.quarter).toBeNull()
  })

  test('[W4] a part of a page takes its quarter from its dates', () => {
    const lines = realPage.split('\n')
    expect(pageOf(lines.slice(126, 312).join('\n')).sections.map((section) => section.quarter)).toEqual([3, 3, 3, 3, 3, 3, 3])
    expect(pageOf(lines.slice(152).join('\n')).sections.map((section) => section.quarter)).toEqual([3, 3, 3, 3, 3, 3, 4, 4, 4, 4])
  })

  test('[W4] a heading may say its quarter', () => {
    const text = 'Program Goals and Status for FY18/19 edit\n\nQ2 (October - December) edit\n\nOutcome 1 / Output 1.1 edit\n\nQuarter 4 edit\n\nOutcome 1 / Output 1.1 edit'
    expect(pageOf(text).sections.map((section) => section.quarter)).toEqual([2, 4])
    expect(pageOf(text).notUnderstood).toEqual([])
  })

  test('[W10] a head that somebody filled in is a note, whose To do is still no status', () => {
    const page = pageOf(sectionPage({ status: ['~ To do March 2019', '', 'We met, and it goes on.'] }))
    expect(page.sections[0]?.notes).toMatchObject([{ head: 'mark', date: { value: '2019-03', precision: 'month' }, text: 'We met, and it goes on.', clauses: [{ text: 'We met', mark: null }, { text: 'it goes on', mark: null }] }])
  })

  test('[W2] text before the first head is a note without a date', () => {
    const page = pageOf(sectionPage({ status: ['Still ~~Done', '', '~~Note: soon', '', 'x'] }))
    expect(page.sections[0]?.notes).toMatchObject([
      { head: 'none', date: null, text: 'Still Done' },
      { head: 'note', date: null, text: 'soon\n\nx' },
    ])
  })
})
