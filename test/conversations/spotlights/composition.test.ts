import { describe, expect, it } from 'vitest'
import { composeStory } from '../../../conversations/spotlights/composition.ts'
import type { StoryFacts } from '../../../conversations/spotlights/facts.ts'
import { article, jobTitle, joined } from '../../../conversations/spotlights/grammar.ts'

const story = (given: Partial<StoryFacts>): StoryFacts => ({
  school: 'Food and Finance High School',
  program: 'Culinary Arts',
  isNameless: false,
  steps: [{ kind: 'job' }],
  ...given,
})

describe('the words of a story', () => {
  const cases: { facts: Partial<StoryFacts>; headline: string; sentences: string[] }[] = [
    {
      facts: {
        grade: 12,
        pronoun: 'he',
        steps: [
          { kind: 'classes' },
          { kind: 'internship', partner: 'Great Performances' },
          { kind: 'job', partner: 'Great Performances', role: 'line cook' },
        ],
      },
      headline: '{name} is hired at Great Performances as a line cook',
      sentences: [
        '{name}, a senior in Culinary Arts at Food and Finance High School, has been hired at Great Performances as a line cook.',
        'He took CTE classes in Culinary Arts, interned at Great Performances, and now has a job there.',
      ],
    },
    {
      facts: { pronoun: 'they', steps: [{ kind: 'classes' }, { kind: 'internship' }, { kind: 'college' }] },
      headline: '{name} is going to college',
      sentences: [
        '{name}, a student in Culinary Arts at Food and Finance High School, has been accepted to college.',
        'They took CTE classes in Culinary Arts, completed an internship, and now are going to college.',
      ],
    },
    {
      facts: { pronoun: 'they', steps: [{ kind: 'classes' }, { kind: 'award', name: 'Best Short award' }] },
      headline: '{name} wins the Best Short award',
      sentences: [
        '{name}, a student in Culinary Arts at Food and Finance High School, has won the Best Short award.',
        'They took CTE classes in Culinary Arts and have won the Best Short award.',
      ],
    },
    {
      facts: {
        grade: 11,
        steps: [{ kind: 'classes' }, { kind: 'internship', partner: 'Google', role: 'it technician' }],
      },
      headline: '{name} earns an internship at Google as an IT technician',
      sentences: [
        '{name}, a junior in Culinary Arts at Food and Finance High School, has earned an internship at Google as an IT technician.',
        '{name} took CTE classes in Culinary Arts and now has an internship at Google.',
      ],
    },
    {
      facts: {
        pronoun: 'she',
        steps: [{ kind: 'classes' }, { kind: 'apprenticeship', partner: 'Turner Construction' }],
      },
      headline: '{name} earns an apprenticeship at Turner Construction',
      sentences: [
        '{name}, a student in Culinary Arts at Food and Finance High School, has earned an apprenticeship at Turner Construction.',
        'She took CTE classes in Culinary Arts and now has an apprenticeship at Turner Construction.',
      ],
    },
    {
      facts: {
        isNameless: true,
        grade: 11,
        pronoun: 'she',
        steps: [{ kind: 'classes' }, { kind: 'job', partner: 'Marriott Marquis' }],
      },
      headline: 'A Food and Finance High School junior is hired at Marriott Marquis',
      sentences: [
        'A Food and Finance High School junior in Culinary Arts has been hired at Marriott Marquis.',
        'The student took CTE classes in Culinary Arts and now has a job at Marriott Marquis.',
      ],
    },
    {
      facts: {
        isNameless: true,
        school: 'Academy for Software Engineering',
        steps: [{ kind: 'credential', name: 'OSHA 30 card' }],
      },
      headline: 'An Academy for Software Engineering student earns an OSHA 30 card',
      sentences: ['An Academy for Software Engineering student in Culinary Arts has earned an OSHA 30 card.'],
    },
  ]
  for (const { facts, headline, sentences } of cases) {
    it(headline, () => {
      expect(composeStory(story(facts))).toEqual({ headline, sentences })
    })
  }

  const outcomes: [StoryFacts['steps'][number], string][] = [
    [{ kind: 'credential' }, '{name} earns an industry credential'],
    [{ kind: 'credential', name: 'state license' }, '{name} earns a state license'],
    [{ kind: 'credential', name: 'ServSafe' }, '{name} earns ServSafe'],
    [{ kind: 'award' }, '{name} wins an award'],
    [{ kind: 'award', name: 'Best Short award' }, '{name} wins the Best Short award'],
    [
      { kind: 'award', name: '1st place at the state skills contest' },
      '{name} wins 1st place at the state skills contest',
    ],
    [{ kind: 'college', name: 'Hostos Community College' }, '{name} is going to Hostos Community College'],
    [{ kind: 'job' }, '{name} is hired'],
    [{ kind: 'job', role: 'electrician' }, '{name} is hired as an electrician'],
  ]
  for (const [step, headline] of outcomes) {
    it(headline, () => {
      expect(composeStory(story({ steps: [step] })).headline).toBe(headline)
    })
  }

  it('says of a student without program and school no more than that', () => {
    const { school: _, program: __, ...bare } = story({})
    expect(composeStory(bare).sentences).toEqual(['{name} has been hired.'])
  })
})

describe('a and an', () => {
  const spoken: [string, 'a' | 'an'][] = [
    ['apprentice electrician', 'an'],
    ['line cook', 'a'],
    ['union carpenter', 'a'],
    ['uncommon find', 'an'],
    ['unidentified part', 'an'],
    ['usher', 'an'],
    ['user experience intern', 'a'],
    ['urologist', 'a'],
    ['urban planner', 'an'],
    ['European chef', 'a'],
    ['one-week placement', 'a'],
    ['hourly worker', 'an'],
    ['honors student', 'an'],
    ['hotel clerk', 'a'],
    ['HVAC technician', 'an'],
    ['UX designer', 'a'],
    ['RN', 'an'],
    ['EMT', 'an'],
    ['CNA', 'a'],
    ['NIMS credential', 'a'],
    ['OSHA 30 card', 'an'],
    ['MRI aide', 'an'],
    ['X-ray aide', 'an'],
    ['8-week internship', 'an'],
    ['11th-grade student', 'an'],
    ['18-wheeler driver', 'an'],
    ['1-year placement', 'a'],
    ['110-hour course', 'a'],
    ['écrivain', 'an'],
    ['“Best Short” award', 'a'],
    ['', 'a'],
  ]
  for (const [phrase, expected] of spoken) {
    it(`${expected} ${phrase}`, () => {
      expect(article(phrase)).toBe(expected)
    })
  }
})

describe('small words', () => {
  it('joins lists', () => {
    expect([joined([]), joined(['a']), joined(['a', 'b']), joined(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b, and c',
    ])
  })
  it('writes trades as they are read', () => {
    expect(jobTitle('  hvac  technician')).toBe('HVAC technician')
    expect(jobTitle('lead line cook')).toBe('lead line cook')
    expect(jobTitle('it help desk')).toBe('IT help desk')
    expect(jobTitle('visitor guide')).toBe('visitor guide')
  })
})
