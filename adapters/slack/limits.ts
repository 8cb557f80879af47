/** What Slack takes. Counts are characters unless said otherwise; a longer text is cut visibly, never refused. */

/** Blocks. https://docs.slack.dev/reference/block-kit/blocks */
export const MESSAGE_MAX_BLOCKS = 50
/** Blocks. https://docs.slack.dev/reference/views/modal-views */
export const MODAL_MAX_BLOCKS = 100
/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
export const HEADER_MAX_CHARS = 150
/** A section's; held for rich text too, which documents none. https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const TEXT_MAX_CHARS = 3000
/** One value in a list of facts: a section field's. https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const FACT_MAX_CHARS = 2000
/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const CONTEXT_MAX_CHARS = 3000
/** All text of one message together: what is published for markdown blocks. https://docs.slack.dev/reference/block-kit/blocks/markdown-block */
export const MESSAGE_MAX_CHARS = 12_000
/** The notification's text; longer ones are of no use on a lock screen. https://docs.slack.dev/reference/methods/chat.postMessage */
export const NOTIFICATION_MAX_CHARS = 4000

/** Elements. https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const ACTIONS_MAX_ELEMENTS = 25
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const BUTTON_MAX_CHARS = 75
export const BUTTON_VALUE_MAX_CHARS = 2000
export const BUTTON_URL_MAX_CHARS = 3000
/** https://docs.slack.dev/reference/block-kit/blocks#block_id and every element's action_id */
export const ID_MAX_CHARS = 255

/** https://docs.slack.dev/reference/block-kit/blocks/image-block */
export const IMAGE_URL_MAX_CHARS = 3000
export const IMAGE_ALT_MAX_CHARS = 2000

/** https://docs.slack.dev/reference/block-kit/blocks/table-block: rows count the header; characters are of all cells. */
export const TABLE_MAX_ROWS = 100
export const TABLE_MAX_COLUMNS = 20
export const TABLE_MAX_CHARS = 10_000

/** https://docs.slack.dev/reference/block-kit/blocks/input-block */
export const LABEL_MAX_CHARS = 2000
export const HINT_MAX_CHARS = 2000
/** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const INPUT_MAX_CHARS = 3000
/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const OPTION_MAX_CHARS = 75
export const OPTION_VALUE_MAX_CHARS = 150
/** Options. https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const SELECT_MAX_OPTIONS = 100
/** Options. https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
export const CHECKBOXES_MAX_OPTIONS = 10

/** https://docs.slack.dev/reference/views/modal-views: title, submit and close. */
export const MODAL_TITLE_MAX_CHARS = 24
export const PRIVATE_METADATA_MAX_CHARS = 3000

/** Milliseconds. A trigger opens a modal, and a command's answer is awaited, for three seconds; half a second is the way there. */
export const ANSWER_WITHIN_MS = 2500
/** Milliseconds. A response URL lives 30 minutes. https://docs.slack.dev/interactivity/handling-user-interaction */
export const RESPONSE_URL_LIFE_MS = 29 * 60_000

/**
 * Milliseconds between two messages in one channel: a second (https://docs.slack.dev/apis/web-api/rate-limits), and as
 * much as the clocks of two replicas may differ.
 */
export const CHANNEL_REST_MS = 1050
