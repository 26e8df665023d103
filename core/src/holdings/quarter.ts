/** The last day of the quarter before the one that a day lies in, `YYYY-MM-DD`. */
export function quarterBefore(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const firstMonth = Math.floor((month - 1) / 3) * 3
  return new Date(Date.UTC(year, firstMonth, 0)).toISOString().slice(0, 10)
}
