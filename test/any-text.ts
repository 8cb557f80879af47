import fc from 'fast-check'

const HALVES = { from: 0xd8_00, count: 0x8_00 }

/** Any character but half of a pair: fast-check's own "binary", without the second that its table of them all takes. */
export const anyCharacter = fc
  .integer({ min: 0, max: 0x10_ff_ff - HALVES.count })
  .map((at) => String.fromCodePoint(at < HALVES.from ? at : at + HALVES.count))
