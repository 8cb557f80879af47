import type { FC } from 'hono/jsx'
import { ALT_MAX_CHARS } from '../../../conversations/spotlights/photo.ts'
import type { StoryPhoto } from '../../../data/story.ts'
import { ASSETS_PATH } from './addresses.ts'

export type PhotoView = {
  organization: string
  /** The story as its writer knows it. */
  headline: string
  photo?: StoryPhoto
  /** Why there can be no photograph now. */
  refusal?: string
  /** What came of the form that was sent last. */
  message?: { text: string; isProblem: boolean }
  /** As it was typed, where it has to be sent again. */
  alt: string
  /** Sent back with the form: the same form sent twice is one photograph. */
  nonce: string
  /** This page's own address. */
  path: string
  /** For whoever approves it: to be seen, not to be changed. */
  isForViewing: boolean
}

/** The writer's own page for a story's photograph, reached by the link on the draft's card. */
export const PhotoPage: FC<{ view: PhotoView }> = ({ view }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>Photo for a story</title>
      <link rel="stylesheet" href={`${ASSETS_PATH}/spotlights.css`} />
      <link rel="icon" href={`${ASSETS_PATH}/icon.svg`} type="image/svg+xml" />
    </head>
    <body>
      <header class="site">
        <p class="site-name">Photo for a story</p>
        {view.organization !== '' && <p class="organization">{view.organization}</p>}
      </header>
      <main>
        <h1>{view.headline}</h1>
        {view.message && (
          <p class={view.message.isProblem ? 'message problem' : 'message'} role="status">
            {view.message.text}
          </p>
        )}
        {view.photo && <CurrentPhoto view={view} photo={view.photo} />}
        {view.refusal !== undefined && !view.isForViewing && <p>{view.refusal}</p>}
        {view.refusal === undefined && !view.isForViewing && <PhotoForm view={view} />}
        {view.isForViewing && !view.photo && <p>The story has no photo.</p>}
        <p class="meta">
          The address of this page is a key: keep it to yourself. Nothing here is public before the story is approved.
        </p>
      </main>
    </body>
  </html>
)

const CurrentPhoto: FC<{ view: PhotoView; photo: StoryPhoto }> = ({ view, photo }) => (
  <>
    <figure>
      <img src={`${view.path}/image`} alt={photo.alt} width={photo.width} height={photo.height} />
      <figcaption>{photo.alt}</figcaption>
    </figure>
    {!view.isForViewing && (
      <form method="post" action={view.path} enctype="multipart/form-data">
        <input type="hidden" name="nonce" value={view.nonce} />
        <button type="submit" name="remove" value="yes">
          Remove the photo
        </button>
      </form>
    )}
  </>
)

const PhotoForm: FC<{ view: PhotoView }> = ({ view }) => (
  <form method="post" action={view.path} enctype="multipart/form-data">
    <h2>{view.photo ? 'Another photo' : 'Add a photo'}</h2>
    <input type="hidden" name="nonce" value={view.nonce} />
    <p class="field">
      <label for="photo">Photo</label>
      {/* Phones send HEIC photos as JPEG where these alone are accepted. */}
      <input id="photo" type="file" name="photo" accept="image/jpeg,image/png,image/webp" required />
      <small>JPEG, PNG or WebP, up to 15 MB. Where and when it was taken is removed.</small>
    </p>
    <p class="field">
      <label for="alt">What it shows, for people who cannot see it</label>
      <textarea id="alt" name="alt" rows={2} maxlength={ALT_MAX_CHARS} required>
        {view.alt}
      </textarea>
      <small>Such as “A student in chef’s whites plates a dish”. No surnames.</small>
    </p>
    <button type="submit" class="primary">
      Keep the photo
    </button>
  </form>
)
