import { describe, expect, it } from 'vitest'
import { readingOf } from '../town.ts'

const names = (text: string): string[] => readingOf(text).names.map(({ kind, typed }) => `${kind} ${typed}`)

describe('half a name beside words of a new one', () => {
  it.each([
    ['met Rosa Tillinghast', []],
    ['met Zebulon Osei', []],
    ['won the Starling award', []],
    ['visited Starling Motors', []],
    ['met Tri-Starling staff', []],
  ])('is nobody known: %s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it.each([
    ['met Rosa today', ['person Rosa']],
    ['met Dr. Imber', ['person Imber']],
    ['met Rosa Quimby', ['person Rosa Quimby']],
    ['MET ROSA AT QUILLON', ['person ROSA', 'partner QUILLON']],
    ['visited Starling today', ['partner Starling']],
    ['visited Starling Fisheries', ['partner Starling Fisheries']],
    ['Rosa from Granby', ['person Rosa', 'partner Granby']],
    ["Quillon's award dinner", ["partner Quillon's"]],
  ])('is who it says: %s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })
})
