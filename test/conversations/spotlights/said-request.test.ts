import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSpotlightRequest } from '../../../conversations/spotlights/said-request.ts'
import { believed } from '../../../conversations/understanding/frame.ts'
import { knowledgeFrom } from '../../../conversations/understanding/knowledge.ts'
import { understand } from '../../../conversations/understanding/understand.ts'
import { readDirectory } from '../../../data/directory.ts'
import type { LocalMoment } from '../../../data/time.ts'

const read = readDirectory(JSON.parse(readFileSync(new URL('../../../data/sample.json', import.meta.url), 'utf8')))
if (!read.ok) throw new Error('The sample directory is not one.')
const knowledge = knowledgeFrom(read.directory)
const local = '2026-12-04T09:05' as LocalMoment

const hear = (text: string) =>
  readSpotlightRequest(text, understand(text, knowledge, { now: local }).frames.map(believed), { knowledge, local })

describe('what is asked of stories', () => {
  const heard: [string, string, string?][] = [
    ['take down jalens post NOW family pulled permission', 'take_down_spotlight', 'Jalen Whitfield'],
    ['Take down Jalen Whitfield’s spotlight please', 'take_down_spotlight', 'Jalen Whitfield'],
    ['remove the photo of sofia marchetti', 'take_down_spotlight', 'Sofia Marchetti'],
    ['pull the amir story offline', 'take_down_spotlight', 'Amir Nazari'],
    ['take it down', 'take_down_spotlight'],
    ['take down the culinary post', 'take_down_spotlight'],
    ['what is waiting for my approval?', 'ask'],
    ['change the second sentence to He loves it', 'edit_spotlight'],
    ['send it for approval', 'send_spotlight'],
    ['post it friday 9am', 'post_spotlight'],
    ['send it to leon', 'send_spotlight'],
    ['can you send this to nadia for approval', 'send_spotlight'],
    ['pls resubmit it for approval', 'send_spotlight'],
    ['what stories need approval', 'ask'],
    ['make the second sentence He starts in June.', 'edit_spotlight'],
    ['make the headline say Jalen cooks', 'edit_spotlight'],
    ["what's waiting?", 'ask'],
    ['confirm', 'ask'],
    ['which stories are waiting', 'ask'],
    ['is jalen whitfields release on file?', 'ask_consent', 'Jalen Whitfield'],
    ["did jalen's mom sign the form", 'ask_consent', 'Jalen Whitfield'],
    ['can we post sofia marchetti', 'ask_consent', 'Sofia Marchetti'],
    ["jalen whitfield's release is signed 9/14, internal?", 'ask_consent', 'Jalen Whitfield'],
    ['amir nazari is 18 so he signed himself 11/30, all uses', 'record_consent', 'Amir Nazari'],
    ["destiny coleman's mom says no social media", 'narrow_consent', 'Destiny Coleman'],
    ['owen gallagher doesnt want his face online', 'record_consent', 'Owen Gallagher'],
    ['owen gallagher doesnt want his face in it', 'narrow_consent', 'Owen Gallagher'],
    ["tomasz's dad says no", 'narrow_consent', 'Tomasz Zielinski'],
    ['post it here', 'post_spotlight'],
    ['my drafts', 'list_drafts'],
    ['show me the story', 'open_spotlight'],
    ['jalen uses he/him', 'edit_spotlight'],
    ['publish this in #alumni too', 'post_spotlight'],
    ['schedule the story for monday', 'post_spotlight'],
    ['post culinary spotlights in #culinary-wins', 'set_publishing'],
    ['carpentry teachers may approve their own stories', 'set_publishing'],
    ["#gp-partners is great performances' channel", 'set_publishing'],
    ['jalen started an internship at marriott on 11/2, paid', 'record_placement', 'Jalen Whitfield'],
  ]
  for (const [text, intent, student] of heard) {
    it(text, () => {
      const frame = hear(text)
      expect(frame?.intent).toBe(intent)
      expect(frame?.slots.student).toBe(student)
    })
  }

  const others = [
    'bring it down to 20 kids',
    'met with maria chen, she will take down the old banner',
    'take down the chairs after the breakfast',
    'Post a spotlight for Jalen Whitfield in #cte-wins: internship at Google',
    'had coffee w/ maria chen from coned yesterday, she can take 2 interns',
    'partner breakfast at Aviation Dec 9 8-9',
    'who do we know at turner',
    'undo',
    'cancel the photo day',
    'schedule it for friday',
    'send it to coned',
    "jalen whitfield's mom signed up for the breakfast",
    'did jalen whitfield sign up for the job shadow?',
    "jalen whitfield's dad returned my call",
    'jalen whitfield turned in his forms for the job shadow',
    'jalen whitfield signed his offer letter, press is coming',
    'jalen whitfield does not want to post his hours',
    'can you record that jalen whitfields release is signed 9/14, internal',
    'my stories from the field trip',
    'share it with maria chen on tuesday',
    "jalen whitfield's media release is signed 9/14, internal, take it down at its end",
  ]
  for (const text of others) {
    it(`leaves "${text}" to others`, () => {
      expect(hear(text)).toBeUndefined()
    })
  }
})
