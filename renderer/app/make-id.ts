import { nanoid } from 'nanoid'
import { idOf, type MakeId } from '../../shared/model/ids.ts'

/** Ids of 10 characters: with ten thousand goals on a thousand computers two are the same once in a million years. */
export const makeId: MakeId = (kind) => idOf(kind, nanoid(10))
