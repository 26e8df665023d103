/** Requests of people who look at the dashboard are counted too; where usage is shown they would only be in the way. */
export function isOfPerson(id: string | null): boolean {
  return id?.startsWith('usr_') ?? false
}
