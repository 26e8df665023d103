/** A calendar month in UTC. */
export interface Month {
  /** `YYYY-MM` */
  name: string
  startsAt: number
  endsAt: number
}

export function monthAt(at: number): Month {
  const day = new Date(at)
  return {
    name: day.toISOString().slice(0, 7),
    startsAt: Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1),
    endsAt: Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1),
  }
}
