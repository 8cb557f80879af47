// The page works without this: it sends forms without loading the page anew, and shows what comes later.

const POLL_MS = 2500
const log = document.getElementById('log')
const status = document.getElementById('status')
const composer = document.getElementById('composer')
const field = document.getElementById('say')
const place = new URLSearchParams(location.search).get('in') ?? ''

const isAtEnd = () => innerHeight + scrollY >= document.documentElement.scrollHeight - 80

/** Takes over what is new or changed; what stands as it was keeps its focus and what was typed into it. */
function update(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('log')
  if (!fresh) return
  const wasAtEnd = isAtEnd()
  const have = new Map([...log.children].map((item) => [item.id, item]))
  let previous = null
  for (const item of [...fresh.children]) {
    const old = have.get(item.id)
    have.delete(item.id)
    if (old && old.dataset.key === item.dataset.key) {
      previous = old
      continue
    }
    const hadFocus = old?.contains(document.activeElement)
    if (old) old.replaceWith(item)
    else if (previous) previous.after(item)
    else log.prepend(item)
    if (hadFocus) item.focus({ preventScroll: true })
    previous = item
  }
  for (const gone of have.values()) gone.remove()
  if (wasAtEnd) scrollTo(0, document.documentElement.scrollHeight)
}

async function ask(url, options = {}) {
  const response = await fetch(url, { ...options, headers: { 'x-fragment': '1' } })
  const text = await response.text()
  if (response.headers.get('content-type')?.startsWith('text/html')) update(text)
  if (!response.ok) throw new Error(response.status === 503 ? 'Nothing was recorded.' : text)
}

function tellFault(error) {
  status.textContent =
    error instanceof TypeError ? 'Not sent: Liaison cannot be reached. Try again.' : `Not sent: ${error.message}`
}

async function post(form, data) {
  status.textContent = 'Sending'
  await ask(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams(data) })
  status.textContent = ''
}

/** What is typed goes out in its order; one may type on meanwhile. */
let sending = Promise.resolve()
function say() {
  const data = new FormData(composer)
  const text = field.value
  data.set('id', crypto.randomUUID())
  field.value = ''
  sending = sending.then(async () => {
    try {
      await post(composer, data)
    } catch (error) {
      tellFault(error)
      field.value = field.value === '' ? text : `${text}\n${field.value}`
    }
  })
}

/** A button or a form in a card; a second press while the first is under way does nothing. */
async function act(form, submitter) {
  const data = new FormData(form, submitter)
  const buttons = [...form.querySelectorAll('button')]
  const item = form.closest('article')
  for (const button of buttons) button.disabled = true
  try {
    await post(form, data)
    form.elements.namedItem('id').value = crypto.randomUUID()
  } catch (error) {
    tellFault(error)
  } finally {
    for (const button of buttons) button.disabled = false
    // A disabled button has lost the focus; the answer in its place gets it, else the button itself.
    if (document.activeElement === document.body) {
      const now = item && document.getElementById(item.id)
      if (now && now !== item) now.focus()
      else if (submitter?.isConnected) submitter.focus()
      else field.focus()
    }
  }
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.getAttribute('action') === '/chat/as') return
  event.preventDefault()
  if (form === composer) say()
  else act(form, event.submitter)
})

field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  composer.requestSubmit()
})

document.getElementById('as').addEventListener('change', (event) => event.target.form.requestSubmit())

async function poll() {
  if (document.visibilityState === 'visible') {
    await ask(`/chat/log?in=${encodeURIComponent(place)}`).catch(() => {})
  }
  setTimeout(poll, POLL_MS)
}
setTimeout(poll, POLL_MS)
scrollTo(0, document.documentElement.scrollHeight)
