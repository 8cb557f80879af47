import { Facts } from '../../../conversations/understanding/facts.ts'
import { readText } from '../../../conversations/understanding/read.ts'
import type { View } from '../../../conversations/understanding/text/view.ts'
import type { LocalMoment } from '../../../data/time.ts'
import { openCases } from './score.ts'

const { knowledge } = openCases(`${import.meta.dirname}/cases-lakeshore`)
const now = '2026-11-10T10:00' as LocalMoment

/** What is read of a text in the Lakeshore cases' organization. */
export const factsOf = (text: string): Facts => new Facts(readText(text, knowledge, { now }))
export const viewOf = (text: string): View => factsOf(text).reading.view
