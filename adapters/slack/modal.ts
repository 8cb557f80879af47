import type { ModalView } from '@slack/web-api'
import { z } from 'zod'
import type { Card, Part } from '../../data/card.ts'
import type { Address, MessageRef } from '../../data/delivery.ts'
import { isBlank } from '../../data/shown-text.ts'
import { renderBlocks } from './blocks.ts'
import { plainText } from './composition.ts'
import { BUTTON_VALUE_MAX_CHARS, MODAL_TITLE_MAX_CHARS, PRIVATE_METADATA_MAX_CHARS } from './limits.ts'

/** How our modals are told from others. */
export const MODAL_CALLBACK = 'liaison-form'

/** What a modal carries until it is sent: what to press then, where the answer goes, and the message it takes the place of. */
export type ModalMemory = { submit: string; cancel?: string; place: Address; on?: MessageRef }

type Form = Extract<Part, { kind: 'fields' }>

/** The card's one form, where a modal can hold it: its buttons are presses and nothing else in the card has any. */
export function formOf(card: Card): Form | undefined {
  const forms = card.parts.filter((part) => part.kind === 'fields')
  const [form] = forms
  if (forms.length !== 1 || !form || form.fields.length === 0 || 'url' in form.submit) return undefined
  if (form.submit.press.length > BUTTON_VALUE_MAX_CHARS) return undefined
  return card.parts.some((part) => part.kind === 'actions') ? undefined : form
}

/** The card's form as a modal; undefined where it does not fit into one. https://docs.slack.dev/reference/views/modal-views */
export function renderModal(card: Card, place: Address, on: MessageRef | undefined): ModalView | undefined {
  const form = formOf(card)
  if (!form || 'url' in form.submit) return undefined
  const heading = card.parts.find((part) => part.kind === 'heading')
  const isTitle = heading !== undefined && heading.text.length <= MODAL_TITLE_MAX_CHARS && !isBlank(heading.text)
  const parts = isTitle ? card.parts.filter((part) => part !== heading) : card.parts
  const cancel = form.cancel && 'press' in form.cancel ? form.cancel.press : undefined
  const memory: ModalMemory = {
    submit: form.submit.press,
    ...(cancel !== undefined ? { cancel } : {}),
    place,
    ...(on !== undefined ? { on } : {}),
  }
  const private_metadata = JSON.stringify(memory)
  if (private_metadata.length > PRIVATE_METADATA_MAX_CHARS) return undefined
  return {
    type: 'modal',
    callback_id: MODAL_CALLBACK,
    title: plainText(isTitle ? heading.text : 'Liaison', MODAL_TITLE_MAX_CHARS),
    submit: plainText(form.submit.label, MODAL_TITLE_MAX_CHARS),
    close: plainText(form.cancel?.label ?? 'Cancel', MODAL_TITLE_MAX_CHARS),
    notify_on_close: cancel !== undefined,
    private_metadata,
    blocks: renderBlocks({ summary: card.summary, parts }, 'modal'),
  }
}

/** A notice on top of an open modal: what was typed stays under it. */
export function noticeModal(card: Card): ModalView {
  return {
    type: 'modal',
    title: plainText('Liaison', MODAL_TITLE_MAX_CHARS),
    close: plainText('Back', MODAL_TITLE_MAX_CHARS),
    blocks: renderBlocks(card, 'modal'),
  }
}

const address = z.object({
  channel: z.literal('slack'),
  team: z.string().exactOptional(),
  place: z.string().exactOptional(),
  isDirect: z.boolean(),
  thread: z.string().exactOptional(),
  person: z.string().exactOptional(),
  route: z.record(z.string(), z.string()).exactOptional(),
})
const memory = z.object({
  submit: z.string(),
  cancel: z.string().exactOptional(),
  place: address,
  on: z.object({ address, message: z.string(), url: z.string().exactOptional() }).exactOptional(),
})

/** What a modal of ours carried; undefined where it is none. */
export function readModalMemory(metadata: string | undefined): ModalMemory | undefined {
  try {
    return memory.safeParse(JSON.parse(metadata ?? '')).data
  } catch {
    return undefined
  }
}
