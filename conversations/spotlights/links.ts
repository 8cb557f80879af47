/** Where the story's page is; it holds no name. */
export const storyUrl = (publicUrl: string, story: string): string =>
  `${publicUrl}/spotlights/${encodeURIComponent(story)}`

/** The story's photograph, served only while the web may show it. */
export const photoUrl = (publicUrl: string, story: string): string => `${storyUrl(publicUrl, story)}/photo`
