import { type Action, encodePress, type Part } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import { formatSpan } from '../../data/time.ts'
import type { Moment, Outcome, Post, Situation } from '../conversation.ts'
import { eventLine } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { answersTo } from './invitations.ts'
import { placesOf } from './places.ts'
import { gone } from './plan.ts'
import { roomName } from './rooms.ts'

/** How many will eat: those who said yes, but not fewer than were expected. */
async function mouths(event: RecordOf<'event'>, { reads }: Moment): Promise<number | undefined> {
  const { taken } = placesOf(await answersTo(event.id, reads), undefined)
  const most = Math.max(taken, event.headcount ?? 0)
  return most > 0 ? most : undefined
}

const foodChoices = ({ id }: RecordOf<'event'>): Action[] =>
  (['caterer', 'adults'] as const).map((food) => ({
    label: { caterer: 'A caterer', adults: 'Adults cook' }[food],
    press: encodePress('calendar.food', { id, food }),
  }))

/** A week before a breakfast: the culinary class is asked, or the organizer is handed the order for the caterer. */
export async function foodPosts(event: RecordOf<'event'>, moment: Moment): Promise<{ posts: Post[]; parts: Part[] }> {
  const nothing = { posts: [], parts: [] }
  if (event.event !== 'breakfast' || event.done?.includes('food')) return nothing
  if (!event.food) return { posts: [], parts: [{ kind: 'actions', actions: foodChoices(event) }] }
  const { reads, local } = moment
  const names = await namesOfEvent(event, reads)
  const count = await mouths(event, moment)
  const people = count === undefined ? 'our guests (the number follows)' : `${count} people`
  const when = formatSpan(event.start, event.end, local)
  if (event.food !== 'class') {
    const who = event.food === 'caterer' ? (names.school?.caterer ?? 'the caterer') : 'the staff'
    const where = [names.school?.name, event.room && roomName(event.room), names.school?.address]
      .filter(Boolean)
      .join(', ')
    const text = `Breakfast for ${people} on ${when}${where ? `, at ${where}` : ''}. Please confirm.`
    return {
      posts: [],
      parts: [
        { kind: 'text', text: `Order for ${who}:` },
        { kind: 'list', items: [text] },
        {
          kind: 'actions',
          actions: [
            { label: 'Food is arranged', press: encodePress('calendar.cook', { id: event.id, answer: 'yes' }) },
          ],
        },
      ],
    }
  }
  const posts = (await culinaryTeachers(event, reads)).map((teacher): Post => {
    const text = `Can your class cook breakfast for ${people} on ${when}?`
    return {
      name: `food-${event.id}-${teacher.id}`,
      to: { staff: teacher.id },
      content: {
        kind: 'post',
        card: {
          summary: text,
          parts: [
            { kind: 'text', text },
            { kind: 'context', text: eventLine(event, names, local) },
            {
              kind: 'actions',
              actions: [
                {
                  label: 'We cook',
                  style: 'primary',
                  press: encodePress('calendar.cook', { id: event.id, answer: 'yes' }),
                },
                { label: 'We cannot', press: encodePress('calendar.cook', { id: event.id, answer: 'no' }) },
              ],
            },
          ],
        },
      },
    }
  })
  const parts: Part[] =
    posts.length > 0
      ? [{ kind: 'context', text: 'The culinary class is asked whether it cooks.' }]
      : [{ kind: 'text', text: 'No culinary teacher of that school is listed: ask the class yourself.' }]
  return { posts, parts }
}

async function culinaryTeachers(event: RecordOf<'event'>, reads: Moment['reads']): Promise<RecordOf<'staff'>[]> {
  if (!event.school) return []
  const programs = await reads.find('program', { where: { school: event.school, isActive: true } })
  const food = new Set(
    programs
      .filter(({ name, aliases }) => [name, ...aliases].some((one) => /culinary|cook|bak|pastry|food/i.test(one)))
      .map(({ id }) => id),
  )
  const staff = await reads.find('staff', { where: { school: event.school, isActive: true } })
  return staff.filter(({ programs: taught }) => taught.some((id) => food.has(id)))
}

/** [We cook] [We cannot]: the organizer hears of it. */
export async function answerCook(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const { reads, speaker, local } = situation
  const before = await reads.get('event', args.id ?? '')
  if (!before || before.isCancelled) return gone()
  const isYes = args.answer === 'yes'
  const names = await namesOfEvent(before, reads)
  const line = eventLine(before, names, local)
  const text = isYes ? `Food is arranged: ${line}.` : `The culinary class cannot cook: ${line}.`
  const other: Part[] = [
    { kind: 'text', text },
    {
      kind: 'actions',
      actions: [
        { label: 'A caterer', press: encodePress('calendar.food', { id: before.id, food: 'caterer' }) },
        { label: 'Adults cook', press: encodePress('calendar.food', { id: before.id, food: 'adults' }) },
      ],
    },
  ]
  const { food: _, ...withoutFood } = before
  const after: RecordOf<'event'> = isYes
    ? { ...before, done: [...new Set([...(before.done ?? []), 'food'])] }
    : withoutFood
  const parts: Part[] = isYes ? [{ kind: 'text', text }] : other
  const isOwner = before.owner === speaker.id
  return {
    what: 'arrange',
    title: text,
    replies: [{ card: { summary: text, parts: isOwner ? parts : [{ kind: 'text', text }] } }],
    writes: [{ kind: 'event', id: before.id, before, after }],
    posts:
      !isOwner && before.owner
        ? [{ name: 'food', to: { staff: before.owner }, content: { kind: 'post', card: { summary: text, parts } } }]
        : [],
  }
}
