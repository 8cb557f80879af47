import type { View } from '../text/view.ts'
import type { Find } from './find.ts'

/** What a consent is about: a form, a permission, pictures. */
export const CONSENT_WORD =
  /\b(?:(?:mom|moms|mother|dad|dads|father|parent|parents|guardian|guardians|family) (?:has |have |finally |just |already )?signed(?! up)|forms? (?:is |was |are |: )?(?:signed|in|back)|signed (?:the |her |his |their |my )?forms?|consents?|consented|consenting|(?:media|photo|video|image|publicity|picture|pic|press|web|likeness|news)(?: and \w+)? (?:release|releases|permission|consent|form|forms|waiver|waivers|authorization|opt out|ok|slip|agreement)|release(?: form| forms)?|permission(?: form| slip| slips)?|waiver|photo ok|(?:ok|okay|fine|not ok|cool) (?:to|with (?:us |you )?|if we) (?:post|posting|share|sharing|publish|publishing|use|using)|opt(?:ed|ing|s)? (?:out|in)|media form|photo form|permiso|photographed|photos?|pictures?|image|name (?:used|published)|posting (?:his|her|their)|likeness|featured|videos?|filmed|filming|on camera|publicity)\b/g

const GRANTED =
  /\b(?:signed|signs|sign|signing|on file|turned in|handed in|returned|submitted|came in|came back|is in|are in|received|have|has|got|gave|gives|given|granted|grants|ok|okay|okayed|okd|approved|approves|agreed|agrees|consented|consents|yes|fine|good|allowed|allows|says it is ok|said it is ok|authorized|filled out|completed|all set|opted in|opting in|sent back|sent in|brought in|brought back|dropped off|in hand|cleared|covered|valid|renewed|✅|👍|✔)(?= |$)|(?<=\bforms?(?: :)?) in(?= |$)|[✅👍✔☑]/gu
const REFUSED =
  /\b(?:pulled|pulling|pulls|pull|revoke|rescind|withdraw|revoked|revoking|revokes|withdrew|withdrawn|withdrawing|withdraws|withdraw|rescinded|rescinding|rescind|took back|taking back|takes back|cancelled|canceled|said no|says no|say no|no to|declined|declines|declining|refused|refuses|refusing|denied|denies|opted out|opting out|opts out|opt out|not (?:ok|okay|allowed|comfortable|signing|sign|signed|give|giving|want|consent|consenting|agree|approve|authorized|be (?:photographed|used|posted|featured|named))|(?:do|does|did|will|would|can|is|are|has|have) not|no (?:more )?(?:longer|consent|permission|photos?|pictures?|media|posting|posts|release|pics|images)|no longer|no more|never|objects|objected|against|changed (?:her|his|their) mind|take (?:it|them|her|his|their|that|down|\w+ \w+) down|take down|without|stop using|removed?|expired|nope|refusal|reversed|undid|❌)(?= |$)|: (?:a )?no(?= |$)/g

/** Whether a student's consent was given: what refuses or takes back counts more than what gives. */
export function readGranted(view: View): Find<boolean> | undefined {
  for (const { from, to, match } of view.matches(REFUSED)) return { from, to, value: false, why: `"${match[0]}"` }
  for (const { from, to, match } of view.matches(GRANTED)) return { from, to, value: true, why: `"${match[0]}"` }
  return undefined
}
