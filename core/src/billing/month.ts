/** The first day of the month of a moment, and of the month after it, `YYYY-MM-DD`, UTC. */
export function monthAround(moment: Date): { start: string; end: string } {
  const day = (months: number) =>
    new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + months, 1)).toISOString().slice(0, 10)
  return { start: day(0), end: day(1) }
}
