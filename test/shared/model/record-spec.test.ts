import { describe, expect, test } from 'vitest'
import { memberField, splitField } from '../../../shared/model/record-spec.ts'

describe('members of sets', () => {
  test.each([
    ['teams', 'SRE'],
    ['teams', 'a/b'],
    ['dependsOn', 'goal:x'],
    ['tasks', ''],
  ])('[M33] the field of member %s/%s splits into the two again', (field, member) => {
    expect(splitField(memberField(field, member))).toEqual({ name: field, member })
  })

  test('[M33] a plain field has no member', () => {
    expect(splitField('title')).toEqual({ name: 'title', member: undefined })
  })
})
