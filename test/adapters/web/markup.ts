/** The page's HTML as a reader of it sees it; strict, so that text that has become mark-up is noticed. */

const TAGS = new Set(
  `article ol li p div h2 dl dt dd ul table thead tbody tr th td section img form input button a label select option textarea
  fieldset legend span`.split(/\s+/),
)
const ATTRIBUTES = new Set(
  `id class role aria-label tabindex data-key dir scope src alt loading method action type name value rel target href
  formnovalidate required aria-describedby for rows maxlength min max selected checked`.split(/\s+/),
)

/** Liaison's messages in a conversation's HTML. */
export function itemsOf(log: string): { id: string; key: string; html: string }[] {
  return log
    .split(/(?=<article class="(?:liaison|mine|other)")/)
    .filter((item) => item.startsWith('<article class="liaison"'))
    .map((item) => ({
      id: /id="m-([^"]*)"/.exec(item)?.[1] ?? '',
      key: /data-key="([^"]*)"/.exec(item)?.[1] ?? '',
      html: item,
    }))
}

/** What can be read, values of fields among it. */
export function textOf(html: string): string {
  const values = [...html.matchAll(/(?:value|alt)="([^"]*)"/g)].map((match) => match[1])
  return unescaped([html.replace(/<[^>]*>/g, ' '), ...values].join(' '))
}

/** Tags and attributes that no card is made of, addresses that run something, brackets that belong to no tag. */
export function problemsOf(html: string): string[] {
  const problems: string[] = []
  const tag = /<\/?([a-z][a-z0-9]*)/y
  const attribute = /\s+([a-z-]+)="([^"]*)"/y
  const end = /\s*\/?>/y
  const take = (pattern: RegExp, from: number): RegExpExecArray | null => {
    pattern.lastIndex = from
    return pattern.exec(html)
  }
  let at = 0
  for (;;) {
    const next = html.slice(at).search(/[<>]/)
    if (next < 0) return problems
    at += next
    const opened = take(tag, at)
    if (!opened) return [...problems, `a bracket outside of a tag: ${html.slice(at, at + 40)}`]
    if (!TAGS.has(opened[1] ?? '')) problems.push(`tag ${opened[1]}`)
    at += opened[0].length
    for (let found = take(attribute, at); found; found = take(attribute, at)) {
      const [whole, name = '', value = ''] = found
      if (!ATTRIBUTES.has(name)) problems.push(`attribute ${name}`)
      if (/^(href|src|action)$/.test(name) && !/^(https?:\/\/|\/)/i.test(value)) problems.push(`${name}=${value}`)
      at += whole.length
    }
    const closed = take(end, at)
    if (!closed) return [...problems, `a tag that does not end: ${html.slice(at, at + 40)}`]
    at += closed[0].length
  }
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}
