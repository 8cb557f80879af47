import { describe, expect, it } from 'vitest'
import { readingOf } from '../town.ts'

const owners = (text: string): string[] =>
  readingOf(text)
    .names.filter(({ isOwner }) => isOwner)
    .map(({ typed }) => typed)

describe('owners without an apostrophe', () => {
  it.each([
    ['emmas mom signed the release', ['emmas']],
    ['spotlight for tobiass internship', ['tobiass']],
    ['graces talk on the 17th', ['graces']],
    ['met rosa at quillons office', ['quillons']],
    ["Emma's dad called", ["Emma's"]],
  ])('are owners: %s', (text, expected) => {
    expect(owners(text)).toEqual(expected)
  })

  it.each([
    'tobias signed the photo form',
    'two graces in one class',
    'emmas and rosas',
    'students forms are in',
    'Quillon is sending rolls',
    "Grace's in for the 17th",
    "Grace's sending a nurse",
  ])('are none: %s', (text) => {
    expect(owners(text)).toEqual([])
  })
})
