import { type Action, type Card, cardText } from '../../data/card.ts'
import type { Address } from '../../data/delivery.ts'
import type { Shown } from './screen.ts'

/** One reply of the fixed interface. `links` are the buttons that open a page. */
export type ReplyJson = {
  id: string
  to?: string
  private?: true
  text: string
  card?: Card
  buttons: { label: string; press: string }[]
  links?: { label: string; url: string }[]
  replaces?: string
  deleted?: string
}

/** A card's buttons that say something back to Liaison, a form's among them, in the order shown. */
export function buttonsOf(card: Card): { label: string; press: string }[] {
  return actionsOf(card).flatMap((action) => ('press' in action ? [{ label: action.label, press: action.press }] : []))
}

/** A card's buttons that open a page. */
export function linksOf(card: Card): { label: string; url: string }[] {
  return actionsOf(card).flatMap((action) => ('url' in action ? [{ label: action.label, url: action.url }] : []))
}

function actionsOf(card: Card): Action[] {
  return card.parts.flatMap((part) => {
    if (part.kind === 'actions') return part.actions
    if (part.kind === 'fields') return [part.submit, ...(part.cancel ? [part.cancel] : [])]
    return []
  })
}

/**
 * What appeared as a reply. `here`: where the line was said, whose replies say no `to`; `nameOf`: a staff member's name
 * by record id.
 */
export function replyJson(shown: Shown, here: Address | undefined, nameOf: (staff: string) => string): ReplyJson {
  const { delivery, id, replaces, deleted } = shown
  const card = delivery.content.kind === 'delete' ? undefined : delivery.content.card
  const links = card ? linksOf(card) : []
  return {
    id,
    ...(here && isSamePlace(delivery.to, here) ? {} : { to: nameOfPlace(delivery.to, nameOf) }),
    ...(delivery.isPrivate && { private: true }),
    text: card ? cardText(card) : '',
    ...(card && { card }),
    buttons: card ? buttonsOf(card) : [],
    ...(links.length > 0 && { links }),
    ...(replaces && { replaces }),
    ...(deleted && { deleted }),
  }
}

function isSamePlace(to: Address, here: Address): boolean {
  if (to.isDirect !== here.isDirect) return false
  return to.isDirect ? to.person === here.person : to.place === here.place
}

/** "#channel", or the staff member's name. */
export function nameOfPlace(to: Address, nameOf: (staff: string) => string): string {
  if (to.isDirect) return nameOf(to.person ?? '')
  const place = to.place ?? ''
  return place.startsWith('#') ? place : `#${place}`
}
