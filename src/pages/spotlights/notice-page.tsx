import type { FC } from 'hono/jsx'
import { LIST_PATH } from './addresses.ts'
import { Layout } from './layout.tsx'

/** A page that says one thing, and nothing of any story. */
export const NoticePage: FC<{ organization: string; title: string; text: string }> = ({
  organization,
  title,
  text,
}) => (
  <Layout frame={{ title, organization, head: <meta name="robots" content="noindex" /> }}>
    <h1>{title}</h1>
    <p>{text}</p>
    <p>
      <a href={LIST_PATH}>All stories</a>
    </p>
  </Layout>
)
