import type { FC } from 'hono/jsx'
import type { PressRelease } from '../../../conversations/spotlights/press-release.ts'
import { storyPath } from './addresses.ts'
import { Layout } from './layout.tsx'

/** A press release to read, to print and to take along. */
export const PressPage: FC<{ story: string; release: PressRelease; organization: string }> = (props) => {
  const { story, release, organization } = props
  return (
    <Layout
      frame={{
        title: `Press release: ${release.headline}`,
        organization,
        head: <meta name="robots" content="noindex" />,
      }}
    >
      <article class="release">
        <p class="kicker">{release.kicker}</p>
        <p>{release.dateline}</p>
        <h1>{release.headline}</h1>
        {release.paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        <p class="end">{release.end}</p>
      </article>
      <p class="actions">
        <a href={`${storyPath(story)}/press.txt`}>As text</a>
        <a href={`${storyPath(story)}/press.docx`}>As a Word document</a>
        <a href={storyPath(story)}>The story’s page</a>
      </p>
    </Layout>
  )
}
