import { describe, expect, it } from 'vitest'
import { named, readingOf } from '../town.ts'

const people = (text: string): string[] => readingOf(text).refs.people.map(named)
const partners = (text: string): string[] => readingOf(text).refs.partners.map(named)

describe('people whom the directory does not have', () => {
  it.each([
    ['met Ottoline Marsh from Quillon', ['new: Ottoline Marsh']],
    ['met Dr. Penhallow, the new chief nurse at Cedarvale', ['new: Penhallow']],
    ['called cedarvale, spoke with their head nurse Idris Calloway', ['new: Idris Calloway']],
    ['Granby: Lucinda Farr wants to talk', ['new: Lucinda Farr']],
    ['visited quillon. Benedict Asante showed us around', ['new: Benedict Asante']],
    ["Quillon's Ottoline emailed", ['new: Ottoline']],
    ['met Rosa and Ottoline from Ternfield', ['Rosa Quimby', 'new: Ottoline']],
    ['called granby, a guy named Florian', ['new: Florian']],
    ['lunch with rosa stone at granby', ['new: Rosa Stone']],
    ['new contact: Lucinda Farr, Saltmarsh Kayaks. coffee today', ['new: Lucinda Farr']],
  ])('are people: %s', (text, expected) => {
    expect(people(text)).toEqual(expected)
  })

  it.each([
    'called Quillon about the Winter Gala',
    'met somebody from Quillon',
    'the Manager at Granby called',
    'Quillon on Monday',
    'met HR from Granby',
    'breakfast with Quillon in the North Wing',
  ])('are none: %s', (text) => {
    expect(people(text)).toEqual([])
  })
})

describe('companies that the directory does not have', () => {
  it.each([
    ['met Ottoline Marsh from Saltmarsh Kayaks', ['new: Saltmarsh Kayaks']],
    ['Rosa Calloway at bellweather roofing called', ['new: Bellweather Roofing']],
    ['partner: Saltmarsh Kayaks\nmethod: call', ['new: Saltmarsh Kayaks']],
    ['called Saltmarsh today', ['new: Saltmarsh']],
    ['new contact: Lucinda Farr, Saltmarsh Kayaks. coffee today', ['new: Saltmarsh Kayaks']],
    ['stopped by saltmarsh kayaks this morning', ['new: Saltmarsh Kayaks']],
    ['toured bellweather roofing', ['new: Bellweather Roofing']],
    ['contest on jan 21, larkspur robotics is hosting it', ['new: Larkspur Robotics']],
    ['new one for us: Saltmarsh Kayaks. met the owner', ['new: Saltmarsh Kayaks']],
    ['Rosa of Saltmarsh Kayaks texted', ['new: Saltmarsh Kayaks']],
  ])('are companies: %s', (text, expected) => {
    expect(partners(text)).toEqual(expected)
  })

  it.each([
    'met Rosa from work',
    'stopped by my class',
    'called him back today',
    'visited the school',
    'went to see them',
    'swung by Foundry this morning',
    'dropped by on Monday',
  ])('are none: %s', (text) => {
    expect(partners(text).filter((name) => name.startsWith('new'))).toEqual([])
  })
})
