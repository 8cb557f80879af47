import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import type { PressRelease } from '../../../conversations/spotlights/press-release.ts'

/** Letter, in twentieths of a point, with an inch at each side. */
const PAGE = { size: { width: 12_240, height: 15_840 }, margin: { top: 1440, right: 1440, bottom: 1440, left: 1440 } }
/** In half points. */
const TEXT_SIZE = 24
const HEADLINE_SIZE = 36
/** In twentieths of a point. */
const SPACE_AFTER = 240

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A press release as a Word document (Office Open XML), as plain as newsrooms want it. */
export async function pressDocument(release: PressRelease, organization: string): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: 'Press release',
    creator: organization || 'Liaison',
    lastModifiedBy: organization || 'Liaison',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: TEXT_SIZE, language: { value: 'en-US' } } },
        heading1: { run: { font: 'Arial', size: HEADLINE_SIZE, bold: true, color: '000000' } },
      },
    },
    sections: [
      {
        properties: { page: PAGE },
        children: [
          paragraph(release.kicker, { isBold: true }),
          paragraph(release.dateline),
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            spacing: { after: SPACE_AFTER },
            children: [new TextRun(storable(release.headline))],
          }),
          ...release.paragraphs.map((text) => paragraph(text)),
          paragraph(release.end, { isCentered: true }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function paragraph(text: string, { isBold = false, isCentered = false } = {}): Paragraph {
  return new Paragraph({
    spacing: { after: SPACE_AFTER, line: 320 },
    ...(isCentered ? { alignment: AlignmentType.CENTER } : {}),
    children: [new TextRun({ text: storable(text), bold: isBold })],
  })
}

/** What XML 1.0 can hold. */
const storable = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
