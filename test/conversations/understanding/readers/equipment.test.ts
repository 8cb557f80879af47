import { describe, expect, it } from 'vitest'
import { readEquipment } from '../../../../conversations/understanding/readers/equipment.ts'
import { readMoods } from '../../../../conversations/understanding/readers/offer-mood.ts'
import { viewOf } from '../lakeshore.ts'

/** The count of each thing given, `some` where none is stated. */
const things = (text: string): (number | 'some')[] => {
  const view = viewOf(text)
  return readEquipment(view, readMoods(view)).map(({ value }) => value.count ?? 'some')
}

describe('things given', () => {
  it.each([
    ['she is donating 12 laptops', [12]],
    ['they gave us a used propeller', ['some']],
    ['dropping off a load of scrap plate', ['some']],
    ['40 tarps we can have', [40]],
    ['the kiln they are donating', ['some']],
    ['getting 6 looms from them', [6]],
    ['lending our weld lab two plasma tables', [2]],
    ['he came by with 30 starter kits for the kids', [30]],
    ['equipment: 15 patch panels', [15]],
    ['sending over aprons (24)', [24]],
    ['giving us some oak boards, 25 of them', [25]],
    ['9 anvils are ours', [9]],
    ['can provide lab coats', ['some']],
    ['giving us two ovens and 3 mixers', [2, 3]],
    ['is giving us eight light stands for the studio', [8]],
    ['he promised us four stage lights', [4]],
    ['handing us 3 plasma rigs', [3]],
    ['kicking in 3 welding helmets', [3]],
    ['donated used conduit benders (8)', [8]],
    ['he will part with an old compactor', ['some']],
    ['throwing in a pallet of racking for the lab', ['some']],
    ['is letting us have an old exam table', ['some']],
    ['a tractor he wants us to have', ['some']],
    ['tossed in 20 pairs of gloves', [20]],
    ['half a dozen stock pots for the kitchen', [6]],
    ['10 jackets for the ski club kids', [10]],
    ['gave: 40 paint brushes, $100', [40]],
    ['a donation box: 30 tape measures, 15 levels', [30, 15]],
    ['👍 old microscope', ['some']],
    ['the headsets she is giving us, 8 of them', [8]],
    ['15 hard hats, ours to keep', [15]],
    ['he can spare a pallet of 2x4s', ['some']],
    ['building us 4 workbenches', [4]],
    ['gets us: 1 scholarship, 4 headsets', [4]],
    ['could get 2 jobs and a used arrow board', ['some']],
    ['sending a nurse to talk, and 12 boxes of gloves', [12]],
    ['we get 3 blood pressure cuffs', [3]],
    ['offered a guest speaker and a crate of epoxy for the shop', ['some']],
  ])('%s: %j', (text, expected) => {
    expect(things(text)).toEqual(expected)
  })

  it.each([
    'gave us a call',
    'giving us a tour',
    'they have 20 trucks',
    'sending 3 engineers to talk to my class',
    'can not give us laptops',
    'asked for 10 laptops',
    'might donate a lathe',
    'brought 4 people',
    'give me 2 weeks',
    'left us a message',
    'equipment: none',
    'offered 3 internships',
    'promised us 2 job shadow spots',
    'giving us 3 board members',
    'loaner equipment no',
    'met at his yard and he will give us $500',
    'one for now oh and he will give more',
    'gave: nothing',
    'will send a speaker and laptops are a maybe',
    'an earful about the state but he is giving up',
    'promised an intern spot plus 2 banquet server jobs',
    'giving: 2 internships',
    'passing along the news',
  ])('none in: %s', (text) => {
    expect(things(text)).toEqual([])
  })
})
