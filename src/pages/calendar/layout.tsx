import type { Child, FC } from 'hono/jsx'

export const CSS_PATH = '/c/calendar.css'

/** Every page behind a signed link: without a script, and not to be found by search engines. */
export const Page: FC<{ title: string; children: Child }> = ({ title, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{title}</title>
      <link rel="stylesheet" href={CSS_PATH} />
    </head>
    <body>
      <main>
        <h1>{title}</h1>
        {children}
      </main>
    </body>
  </html>
)
