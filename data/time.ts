/** Local calendar date, `YYYY-MM-DD`, no zone. */
export type LocalDate = string & { readonly unit: 'local-date' }
/** Local date and time of day, `YYYY-MM-DDTHH:MM`, no zone. */
export type LocalMoment = string & { readonly unit: 'local-moment' }
/** Time of day, `HH:MM`. */
export type LocalTime = string & { readonly unit: 'local-time' }
/** A moment on the world's clock: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly unit: 'instant' }
/** IANA name, `America/New_York`. */
export type Zone = string & { readonly unit: 'zone' }
