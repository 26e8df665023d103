/** A moment as `<input type="datetime-local">` shows it; in UTC, as everywhere in the dashboard. */
export function inputOfInstant(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16)
}

/** What such an input holds as an instant of the API; undefined when it is empty or no time. */
export function instantOfInput(text: string): string | undefined {
  const time = Date.parse(`${text}Z`)
  return text === '' || Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
