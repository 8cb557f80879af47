/**
 * A transcript is a test as people would tell it. One line each:
 *
 *     at 2026-12-01T11:52                     the clock is set, or moved forward
 *     Maria Delgado> spoke w marcus           someone says something, in their own chat with Liaison
 *     Maria Delgado in #partners> who owns    … in a channel
 *     Maria Delgado presses Undo              someone presses a button of a card that they see
 *     bot> Logged: Con Edison                 the answer holds this; several lines: each of them, anywhere in it
 *     bot to Tyrell Brooks> Follow-ups due    … in a message to someone else, or to a channel
 *     bot privately> Draft                    … for the writer's eyes alone
 *     bot never> Mercer                       nothing that was sent since the last gesture holds this
 *     bot buttons> Undo, Change               these buttons are there
 *     # a remark
 */
export type Step =
  | { kind: 'at'; moment: string; line: number }
  | { kind: 'say'; who: string; place?: string; text: string; line: number }
  | { kind: 'press'; who: string; label: string; line: number }
  | { kind: 'expect'; to?: string; isPrivate?: true; isNever?: true; text: string; line: number }
  | { kind: 'buttons'; labels: string[]; line: number }

const SAY = /^(?<who>[^>#]+?)(?: in (?<place>#[\w-]+))?> (?<text>.*)$/
const PRESS = /^(?<who>.+?) presses (?<label>.+)$/
const BOT = /^bot(?: to (?<to>[^>]+?))?(?<privately> privately)?(?<never> never)?> (?<text>.*)$/

export function readTranscript(source: string): Step[] {
  return source.split('\n').flatMap((raw, at): Step[] => {
    const text = raw.trim()
    const line = at + 1
    if (text === '' || text.startsWith('# ')) return []
    if (text.startsWith('at ')) return [{ kind: 'at', moment: text.slice(3), line }]
    if (text.startsWith('bot buttons> ')) return [{ kind: 'buttons', labels: text.slice(13).split(', '), line }]
    const bot = BOT.exec(text)?.groups
    if (bot) {
      return [
        {
          kind: 'expect',
          ...(bot.to ? { to: bot.to } : {}),
          ...(bot.privately ? { isPrivate: true as const } : {}),
          ...(bot.never ? { isNever: true as const } : {}),
          text: bot.text ?? '',
          line,
        },
      ]
    }
    const say = SAY.exec(text)?.groups
    if (say?.who) {
      return [
        {
          kind: 'say',
          who: say.who,
          ...(say.place ? { place: say.place } : {}),
          text: (say.text ?? '').replaceAll('\\n', '\n'),
          line,
        },
      ]
    }
    const press = PRESS.exec(text)?.groups
    if (press?.who && press.label) return [{ kind: 'press', who: press.who, label: press.label, line }]
    throw new Error(`Line ${line} is none of a transcript: ${text}`)
  })
}

/** One message as people saw it. */
export type Seen = { to: string; isPrivate: boolean; text: string; buttons: string[] }

/** How a transcript is played on one channel. Each gesture gives what it made appear. */
export type Stage = {
  at(moment: string): Promise<Seen[]>
  say(who: string, place: string | undefined, text: string): Promise<Seen[]>
  press(who: string, label: string): Promise<Seen[]>
  close(): Promise<void>
}

/** Plays a transcript; throws with the line at which what was seen is not what it says. */
export async function play(steps: readonly Step[], stage: Stage): Promise<void> {
  let seen: Seen[] = []
  let speaker = ''
  let place: string | undefined
  for (const step of steps) {
    switch (step.kind) {
      case 'at':
        seen = await stage.at(step.moment)
        break
      case 'say':
        speaker = step.who
        place = step.place
        seen = await stage.say(step.who, step.place, step.text)
        break
      case 'press':
        speaker = step.who
        seen = await stage.press(step.who, step.label)
        break
      case 'expect':
        check(step, seen, speaker, place)
        break
      case 'buttons': {
        const there = seen.flatMap(({ buttons }) => buttons)
        const gone = step.labels.filter((label) => !there.includes(label))
        if (gone.length > 0)
          throw new Error(`Line ${step.line}: no button ${gone.join(', ')} among ${there.join(', ')}`)
        break
      }
      default:
        step satisfies never
    }
  }
}

function check(
  step: Step & { kind: 'expect' },
  seen: readonly Seen[],
  speaker: string,
  place: string | undefined,
): void {
  const everything = seen
    .map(({ to, isPrivate, text }) => `--- to ${to}${isPrivate ? ' privately' : ''}\n${text}`)
    .join('\n')
  if (step.isNever) {
    if (seen.some(({ to, text }) => (!step.to || to === step.to) && text.includes(step.text))) {
      throw new Error(`Line ${step.line}: "${step.text}" was sent:\n${everything}`)
    }
    return
  }
  const readers = step.to ? [step.to] : [speaker, ...(place ? [place] : [])]
  const fits = seen.some(
    ({ to, isPrivate, text }) =>
      readers.includes(to) && (!step.isPrivate || isPrivate || to === speaker) && text.includes(step.text),
  )
  if (!fits)
    throw new Error(`Line ${step.line}: nobody read "${step.text}"${step.to ? ` as ${step.to}` : ''}:\n${everything}`)
}
