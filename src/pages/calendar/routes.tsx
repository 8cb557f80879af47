import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Child } from 'hono/jsx'
import { styleSheet } from '../../../adapters/web/style-sheet.ts'
import { entriesForGuest, entriesOf } from '../../../conversations/calendar/calendar-entries.ts'
import { writeIcs } from '../../../data/ics-write.ts'
import type { RecordOf } from '../../../data/records.ts'
import type { PageContext } from '../../pages.ts'
import { type LinkedPage, readToken } from '../signed-links.ts'
import { renderPage } from '../spotlights/layout.tsx'
import { AnswerPage } from './answer-page.tsx'
import { answerView, giveAnswer, isLongOver, readAnswer } from './answering.ts'
import { createFreshness } from './freshness.ts'
import { CSS_PATH } from './layout.tsx'
import { MonthPage } from './month-page.tsx'
import { CardsPage, ChartPage, PreparationPage, SignInPage } from './seats-page.tsx'
import { feedText, monthView, openFeed, seatsView, sheetsView } from './showing.ts'

/** Bytes. A form of ours is far smaller. */
const MOST_FORM_BYTES = 10_000
const CALENDAR = 'text/calendar; charset=utf-8'

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const privateHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('Content-Security-Policy', POLICY)
  context.header('X-Content-Type-Options', 'nosniff')
  context.header('Referrer-Policy', 'no-referrer')
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'private, no-store')
}

/** The pages behind signed links: answers of guests, charts and sheets, a month, calendars. */
export function calendarRoutes(page: PageContext): Hono {
  const { store, zone, linkSecret, clock } = page
  const routes = new Hono()
  const freshness = createFreshness(clock)
  const css = styleSheet(new URL('./assets/calendar.css', import.meta.url))
  routes.use('/c/*', privateHeaders)
  routes.get(CSS_PATH, (context) => context.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8' }))

  /** The id of this page's token; an `.ics` ending is no part of it. */
  const idIn = (context: Context, name: LinkedPage): string | undefined =>
    readToken(name, (context.req.param('token') ?? '').replace(/\.ics$/, ''), linkSecret, clock())

  async function answer(context: Context, notice?: string): Promise<Response> {
    const view = await answerView(idIn(context, 'answer') ?? '', page, notice)
    return view
      ? context.html(
          await renderPage(<AnswerPage view={view} calendar={`/c/answer/${context.req.param('token')}/event.ics`} />),
        )
      : context.notFound()
  }
  routes.get('/c/answer/:token', (context) => answer(context))
  routes.post('/c/answer/:token', async (context) => {
    const id = idIn(context, 'answer')
    const view = id && (await answerView(id, page))
    if (!id || !view) return context.notFound()
    const type = context.req.header('content-type') ?? ''
    const raw = type.startsWith('application/x-www-form-urlencoded') ? await context.req.text() : ''
    if (raw.length > MOST_FORM_BYTES) return context.text('That is too long.', 413)
    const said = readAnswer(Object.fromEntries(new URLSearchParams(raw)))
    if (!said) return context.text('Please choose Yes, No or Maybe, and a number of people from 1 to 500.', 400)
    return answer(context, await giveAnswer(id, said, page))
  })

  // A guest's own copy for their calendar.
  routes.get('/c/answer/:token/event.ics', async (context) => {
    const id = idIn(context, 'answer') ?? ''
    const invitation = (await answerView(id, page)) && (await store.get('invitation', id))
    const event = invitation && (await store.get('event', invitation.event))
    if (!event) return context.notFound()
    const text = writeIcs(await entriesForGuest(invitation, event, store), { name: 'Liaison', zone })
    return context.body(text, 200, { 'Content-Type': CALENDAR })
  })

  const eventOf = async (context: Context, name: LinkedPage) => {
    const id = idIn(context, name)
    const event = id === undefined ? undefined : await store.get('event', id)
    return event && !isLongOver(event, page) ? event : undefined
  }
  const sheet = (name: LinkedPage, render: (event: RecordOf<'event'>) => Promise<Child>): void => {
    routes.get(`/c/${name}/:token`, async (context) => {
      const event = await eventOf(context, name)
      return event ? context.html(await renderPage(await render(event))) : context.notFound()
    })
  }
  sheet('chart', async (event) => <ChartPage view={await seatsView(event, page)} />)
  sheet('cards', async (event) => <CardsPage view={await seatsView(event, page)} />)
  sheet('signin', async (event) => <SignInPage view={await seatsView(event, page)} />)
  sheet('preparation', async (event) => <PreparationPage {...(await sheetsView(event, page))} />)
  routes.get('/c/event/:token', async (context) => {
    const event = await eventOf(context, 'event')
    if (!event) return context.notFound()
    const text = writeIcs(await entriesOf(event, store), { name: 'Liaison', zone })
    return context.body(text, 200, { 'Content-Type': CALENDAR })
  })

  routes.get('/c/feed/:token', async (context) => {
    const id = idIn(context, 'feed') ?? ''
    const opened = await openFeed(id, page)
    if (!opened) return context.notFound()
    const text = await feedText(opened, page)
    const ifNoneMatch = context.req.header('If-None-Match')
    const ifModifiedSince = context.req.header('If-Modified-Since')
    const { headers, isHeld } = freshness.of(id, text, { ifNoneMatch, ifModifiedSince })
    // Calendars keep a copy, and ask each time whether it still holds.
    const all = { ...headers, 'Cache-Control': 'private, no-cache' }
    return isHeld ? context.body(null, 304, all) : context.body(text, 200, { ...all, 'Content-Type': CALENDAR })
  })
  routes.get('/c/month/:token', async (context) => {
    const opened = await openFeed(idIn(context, 'month') ?? '', page)
    if (!opened) return context.notFound()
    const view = await monthView(opened, context.req.query('month'), page)
    return context.html(await renderPage(<MonthPage view={view} />))
  })
  return routes
}
