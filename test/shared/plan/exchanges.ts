import type { DatedExchange } from '../../../shared/plan/exchange.ts'

/** Rows of a log, for tests: what each is about, and when it was. */
export const merged = (id: string, at: number): DatedExchange => ({ kind: 'merged', id, file: `${id}.plan.json`, by: 'There', knows: [], added: 3, at })
export const takenBack = (id: string, at: number): DatedExchange => ({ kind: 'takenBack', id, at })
export const exporting = (id: string, at: number): DatedExchange => ({ kind: 'exporting', id, file: `${id} suggested`, at })
export const saved = (id: string, at: number): DatedExchange => ({ kind: 'exported', id, file: `${id} saved`, at })
export const givenUp = (id: string, at: number): DatedExchange => ({ kind: 'notExported', id, at })
export const shared = (id: string, at: number): DatedExchange => ({ kind: 'shared', id, place: `${id} folder`, at })
export const unshared = (id: string, at: number): DatedExchange => ({ kind: 'unshared', id, place: `${id} folder`, at })
/** As older logs have it. */
export const exported = (file: string, at: number): DatedExchange => ({ kind: 'exported', file, at })
