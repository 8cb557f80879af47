import type { RecordOf } from '../../data/records.ts'

/** How a room is compared: "Room 112", "rm 112" and "112" are one. */
export const roomKey = (room: string): string =>
  room
    .toLowerCase()
    .replace(/^(the |our )?(room|rm)\.? ?/, '')
    .replace(/^(the|our) /, '')
    .trim()

/** "Room 112", "The library": a room as a sentence begins with it. */
export const roomWords = (room: string): string => (/^[a-z]?\d/i.test(room) ? `Room ${room}` : `The ${room}`)

/** "room 112", "library": a room within a sentence or a list. */
export const roomName = (room: string): string => (/^[a-z]?\d/i.test(room) ? `room ${room}` : room)

/** How many a school's room holds; undefined where that is not known. */
export const roomCapacity = (school: RecordOf<'school'> | undefined, room: string | undefined): number | undefined =>
  room === undefined ? undefined : school?.rooms?.find(({ name }) => roomKey(name) === roomKey(room))?.capacity
