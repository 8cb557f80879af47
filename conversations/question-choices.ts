import {
  addDays,
  dateOf,
  formatDay,
  formatTime,
  isLocalMoment,
  type LocalDate,
  type LocalTime,
  momentAt,
} from '../data/time.ts'
import type { Request, Situation } from './conversation.ts'
import { eventTitle } from './event-words.ts'
import { isSchoolDay } from './school-days.ts'
import { ANSWERS, EVENT_KINDS, type Extra, OUTCOMES, type Slots } from './understanding/frame.ts'

/** The likely answers to a question, which become its buttons. */

export const MOST_CHOICES = 5
/** When events of a school's day often begin. */
const LIKELY_HOURS = ['08:00', '09:00', '10:00', '13:00', '14:00'] as LocalTime[]

/** `value` is what the slot gets; `typed`: the words that it stands for. */
export type Choice = { label: string; value: string; typed?: string }

/** School days near the one that was named; ahead when planning, behind when logging. */
export async function dayChoices(request: Request, situation: Situation): Promise<Choice[]> {
  const { start, date } = request.frame.slots
  const { days: either } = request.frame.extra
  if (Array.isArray(either))
    return either.map((value: string) => ({ label: formatDay(dateOf(value as LocalDate), situation.local), value }))
  const step = request.frame.intent === 'log_contact' ? -1 : 1
  const today = dateOf(situation.local)
  const first = start ? dateOf(start) : (date ?? (step < 0 ? today : addDays(today, 1)))
  const time = start && isLocalMoment(start) ? start.slice(10) : ''
  const days: LocalDate[] = []
  for (let day = first, looked = 0; days.length < 4 && looked < 14; day = addDays(day, step), looked += 1) {
    if (isSchoolDay(day, situation.knowledge.calendar)) days.push(day)
  }
  return days.map((day) => ({ label: formatDay(day, situation.local), value: `${day}${time}` }))
}

/** The events that fit, where some do; else the next ones. */
export async function eventChoices(situation: Situation, fitting?: Extra[string]): Promise<Choice[]> {
  const ids = Array.isArray(fitting) ? fitting.slice(0, MOST_CHOICES) : []
  const found = await Promise.all(ids.map((id: string) => situation.reads.get('event', id)))
  const fits = found.filter((event) => event !== undefined)
  const events =
    fits.length > 0
      ? fits
      : await situation.reads.find('event', {
          where: { isCancelled: false, start: { from: dateOf(situation.local) } },
          order: { by: 'start', direction: 'ascending' },
          limit: MOST_CHOICES,
        })
  return Promise.all(events.map(async (event) => ({ label: await eventTitle(event, situation), value: event.id })))
}

/** Likely values of a missing slot; none where nothing is likelier than the rest. */
export async function likelyValues(slot: keyof Slots, request: Request, situation: Situation): Promise<Choice[]> {
  switch (slot) {
    case 'partner': {
      const recent = await situation.reads.find('contact', {
        where: { by: situation.speaker.id },
        order: { by: 'at', direction: 'descending' },
        limit: 20,
      })
      const ids = [...new Set(recent.map(({ partner }) => partner))].slice(0, 3)
      const partners = await Promise.all(ids.map((id) => situation.reads.get('partner', id)))
      return partners.flatMap((partner) => (partner ? [{ label: partner.name, value: partner.name }] : []))
    }
    case 'date':
    case 'start': {
      const { start } = request.frame.slots
      if (!start || isLocalMoment(start)) return dayChoices(request, situation)
      return LIKELY_HOURS.map((time) => ({ label: formatTime(time), value: momentAt(start, time) }))
    }
    case 'event':
      return EVENT_KINDS.slice(0, MOST_CHOICES).map((value) => ({ label: value.replaceAll('_', ' '), value }))
    case 'outcome':
      return OUTCOMES.map((value) => ({ label: value, value }))
    case 'answer':
      return ANSWERS.map((value) => ({ label: value, value }))
    case 'target':
      return eventChoices(situation)
    default:
      return []
  }
}
