/** Where the story's page is; it holds no name. */
export const storyUrl = (publicUrl: string, story: string): string =>
  `${publicUrl}/spotlights/${encodeURIComponent(story)}`

/** The story's photograph, served only while the web may show it. */
export const photoUrl = (publicUrl: string, story: string): string => `${storyUrl(publicUrl, story)}/photo`

/** Slack and Teams fetch pictures themselves, and their readers follow links from anywhere: only such an address serves them. */
export const isForEveryone = (publicUrl: string | undefined): publicUrl is string =>
  publicUrl !== undefined && /^https:/i.test(publicUrl)
