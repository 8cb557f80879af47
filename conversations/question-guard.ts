/** The guard under which a question is answered once, whether by a button, a second press or a sentence. */
export const questionGuard = (turn: string): string => `question ${turn}`
