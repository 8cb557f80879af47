import { describe, expect, it } from 'vitest'
import { seen } from '../town.ts'

describe('what is typed as it is spoken', () => {
  it.each([
    ['shell take two', 'she will take two'],
    ['hell probably host a few', 'he will probably host a few'],
    ['well send the forms', 'we will send the forms'],
    ['ill call her friday', 'i will call her DAY'],
    ['id love to visit', 'i would love to visit'],
    ['wed love to come', 'we would love to come'],
    ['shed even judge', 'she would even judge'],
    ['so were hosting lunch', 'so we are hosting lunch'],
    ['were happy to help', 'we are happy to help'],
    ['hes givin us a lathe', 'he is giving us a lathe'],
    ['they are lookin at friday', 'they are looking at DAY'],
    ['coffee n bagels', 'coffee and bagels'],
    ['a lathe 4 us', 'a lathe for us'],
  ])('%s', (text, expected) => {
    expect(seen(text)).toBe(expected)
  })

  it.each([
    ['the talk went well', 'the talk went well'],
    ['she did well take note', 'she did well take note'],
    ['they could well host two', 'they could well host two'],
    ['his kid is ill', 'his kid is ill'],
    ['put it in the shed', 'put it in the shed'],
    ['a clam shell', 'a clam shell'],
    ['4 our students', '4 our students'],
    ['take 4 kids', 'take 4 kids'],
    ['her id badge', 'her id badge'],
    ['they were happy', 'they were happy'],
    ['we were hosting then', 'we were hosting then'],
    ['met Will wed', 'met PERSON DAY'],
    ['met quillon wed', 'met PARTNER DAY'],
    ['lunch wed at noon', 'lunch MOMENT'],
    ['the main cabin', 'the main cabin'],
    ['Corbin and Collin', 'corbin and collin'],
    ['option n', 'option n'],
  ])('is left alone: %s', (text, expected) => {
    expect(seen(text)).toBe(expected)
  })
})
