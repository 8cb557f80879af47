import { describe, expect, it } from 'vitest'
import { isSaidByMouth, readSaidConsent } from '../../../conversations/spotlights/said-consent.ts'
import { readSaidStory } from '../../../conversations/spotlights/said-story.ts'
import { NameIndex } from '../../../conversations/understanding/names/name-index.ts'
import type { LocalMoment, Zone } from '../../../data/time.ts'

/** Tue, Dec 1, 2026. */
const moment = {
  local: '2026-12-01T11:52' as LocalMoment,
  zone: 'America/New_York' as Zone,
  knowledge: { names: new NameIndex(), calendar: { pdDays: [], holidays: [] }, events: [], periodsOf: () => undefined },
}

describe('what is said of a consent', () => {
  const bare = { destinations: [], fullName: false, removeAtEnd: false }
  const cases: [string, object][] = [
    [
      "jamal's media release is signed 9/14, internal web and social",
      {
        ...bare,
        isOfForm: true,
        form: 'media release',
        destinations: ['internal', 'web', 'social'],
        date: '2026-09-14',
      },
    ],
    ['photo consent on file now for Michael Santos', { ...bare, isOfForm: true, form: 'photo consent' }],
    [
      'Media release for Wei Lin came back signed yesterday, everything, full name ok, good until 12/31',
      {
        ...bare,
        isOfForm: true,
        form: 'media release',
        destinations: ['internal', 'web', 'social', 'press'],
        date: '2026-11-30',
        end: '2026-12-31',
        fullName: true,
      },
    ],
    [
      'consent form signed Oct 2 for web and third party Great Performances, remove at its end',
      {
        ...bare,
        isOfForm: true,
        form: 'consent form',
        destinations: ['web', 'third_party'],
        thirdParty: 'Great Performances',
        date: '2026-10-02',
        removeAtEnd: true,
      },
    ],
    ["mom said it's fine on the phone", { ...bare, isOfForm: false }],
    ['principal says ok', { ...bare, isOfForm: false }],
    ['her mom said she will sign the form', { ...bare, isOfForm: false }],
    ['dad says the release is fine', { ...bare, isOfForm: false }],
    ['her mom signed it, no full name please', { ...bare, isOfForm: true }],
  ]
  for (const [text, expected] of cases) {
    it(text, () => {
      expect(readSaidConsent(text, moment)).toEqual(expected)
    })
  }

  it('a yes by word of mouth is seen in any sentence', () => {
    expect(isSaidByMouth('post aaliyah robinson pic w chef celeste to everyone pls, mom said its fine on phone')).toBe(
      true,
    )
    expect(isSaidByMouth('principal says ok')).toBe(true)
    expect(isSaidByMouth("jordan's mom signed the release")).toBe(false)
    expect(isSaidByMouth('spotlight jaylen, he got hired at IBM')).toBe(false)
  })
})

describe('what is said of a story', () => {
  const cases: [string, object][] = [
    [
      'spotlight!! jaylen mercer (culinary 12) got hired full time at great performances after his intership, pic attached',
      { hadInternship: true, grade: 12, channels: [], hasPhoto: true },
    ],
    [
      'Post a spotlight for Wei Lin in #cte-wins: internship at Google',
      { hadInternship: true, channels: [{ label: '#cte-wins' }], hasPhoto: false },
    ],
    [
      'spotlight for ana, hired at ibm, post it friday 9am in slack #CTE-Wins and teams #wins',
      {
        hadInternship: false,
        channels: [
          { label: '#cte-wins', channel: 'slack' },
          { label: '#wins', channel: 'teams' },
        ],
        postAt: '2026-12-04T09:00',
        hasPhoto: false,
      },
    ],
    ['river castro / job / godaddy / junior developer', { hadInternship: false, channels: [], hasPhoto: false }],
    [
      'a junior at mckee, she/her, earned his OSHA 30 card',
      { hadInternship: false, grade: 11, pronoun: 'she', credential: 'OSHA 30 card', channels: [], hasPhoto: false },
    ],
    [
      'Priyanka Shah won the “Best Short” award at the borough film festival',
      { hadInternship: false, award: '“Best Short” award', channels: [], hasPhoto: false },
    ],
    [
      'won 1st place at the regional skills contest. Spotlight him please.',
      { hadInternship: false, award: '1st place at the regional skills contest', channels: [], hasPhoto: false },
    ],
    [
      'Thuy-Linh has been accepted to Hostos Community College.',
      { hadInternship: false, college: 'Hostos Community College', channels: [], hasPhoto: false },
    ],
    ['she earned her license', { hadInternship: false, channels: [], hasPhoto: false }],
    ['he starts at Turner monday', { hadInternship: false, channels: [], hasPhoto: false }],
    [
      'carlos is #1, publish tomorrow',
      { hadInternship: false, channels: [], postAt: '2026-12-02T09:00', hasPhoto: false },
    ],
    ['post it friday', { hadInternship: false, channels: [], postAt: '2026-12-04T09:00', hasPhoto: false }],
  ]
  for (const [text, expected] of cases) {
    it(text, () => {
      expect(readSaidStory(text, moment)).toEqual(expected)
    })
  }
})
