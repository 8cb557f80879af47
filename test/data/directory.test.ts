import { describe, expect, test } from 'vitest'
import { readDirectory } from '../../data/directory.ts'

const schoolOf = (school: Record<string, unknown>) => {
  const read = readDirectory({ schools: [{ name: 'Ridge High', ...school }] })
  return read.ok ? read.directory.schools[0] : read.problems
}

describe('what planning alone uses', () => {
  test.each([[['07:45', '15:10']], [['7:45', '15:10']], ['07:45-15:10'], ['7:45 – 15:10'], ['7:45 to 15:10']])(
    'hours may be written %j',
    (hours) => {
      expect(schoolOf({ hours })).toMatchObject({ hours: ['07:45', '15:10'] })
    },
  )

  test.each([
    ['hours', 'mornings'],
    ['hours', { open: '08:00' }],
    ['arrival', { door: 4 }],
    ['caterer', true],
    ['rooms', 'gym'],
  ])('a form of %s that is not known is left out: %j', (key, value) => {
    const school = schoolOf({ [key]: value })
    expect(school).toMatchObject({ name: 'Ridge High' })
    expect(school).not.toHaveProperty(key, value)
  })

  test('rooms may be names alone', () => {
    expect(schoolOf({ rooms: ['gym', { name: 'library', capacity: 60 }] })).toMatchObject({
      rooms: [{ name: 'gym' }, { name: 'library', capacity: 60 }],
    })
  })
})

test('a null is a key that is not there', () => {
  const read = readDirectory({
    partners: [{ name: 'Acme', cluster: null, people: [{ name: 'Ana Lee', title: null }] }],
  })
  expect(read).toMatchObject({ ok: true, directory: { partners: [{ name: 'Acme', people: [{ name: 'Ana Lee' }] }] } })
})

test('what the contract gives a form must have it, and where it has not is said', () => {
  expect(schoolOf({ periods: { 3: ['09:40'] } })).toMatchObject([{ path: 'schools[0].periods.3' }])
  expect(schoolOf({ periods: { 3: ['9:40', '25:00'] } })).toMatchObject([{ path: 'schools[0].periods.3[1]' }])
})

test('what is nothing but a name, a day or a moment may be written as that, or with more than is needed', () => {
  const read = readDirectory({
    clusters: ['Energy'],
    partners: [{ name: 'Acme', people: ['Ana Lee'] }],
    staff: ['Grace Okafor'],
    calendar: { pdDays: ['2027-02-01', { date: '2027-06-10', name: 'PD day' }] },
    events: [{ id: 'e1', event: 'breakfast', start: '2027-02-01T08:00:00-05:00', end: '2027-02-01T09:00:00' }],
  })
  expect(read).toMatchObject({
    ok: true,
    directory: {
      clusters: [{ name: 'Energy', aliases: [] }],
      partners: [{ name: 'Acme', people: [{ name: 'Ana Lee' }] }],
      staff: [{ name: 'Grace Okafor' }],
      calendar: { pdDays: ['2027-02-01', '2027-06-10'] },
      events: [{ start: '2027-02-01T08:00', end: '2027-02-01T09:00' }],
    },
  })
})
