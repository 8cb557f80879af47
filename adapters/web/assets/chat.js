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

async function send(form, submitter) {
  const data = new FormData(form, submitter)
  const buttons = [...form.querySelectorAll('button')]
  const item = form.closest('article')
  status.textContent = 'Sending'
  for (const button of buttons) button.disabled = true
  try {
    await ask(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams(data) })
    status.textContent = ''
    const id = form.elements.namedItem('id')
    if (id) id.value = crypto.randomUUID()
    if (form === composer) field.value = ''
    return true
  } catch (error) {
    status.textContent =
      error instanceof TypeError ? 'Not sent: Liaison cannot be reached. Try again.' : `Not sent: ${error.message}`
    return false
  } finally {
    for (const button of buttons) button.disabled = false
    // A disabled button has lost the focus; the answer in its place gets it, else the button itself.
    if (form !== composer && document.activeElement === document.body) {
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
  if (form === composer && field.value.trim() === '' && status.textContent === 'Sending') return
  send(form, event.submitter)
})

field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  if (!composer.querySelector('button').disabled) composer.requestSubmit(composer.querySelector('button'))
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
