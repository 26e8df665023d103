import type { Reader } from '../readers/reader.ts'
import type { Event } from './event.ts'
import { readEvents } from './read-events.ts'
import { insertEvents } from './store.ts'

/** The items of Form 8-K and its kin (8-K12B, 8-K12G3, 8-K15D5) as events. */
export const eventReader: Reader<Event[]> = {
  name: 'events',
  version: '1.0.0',
  applies: (formType) => formType.startsWith('8-K'),
  read(filing) {
    const events = readEvents(filing)
    return events.length > 0 ? events : null
  },
  store: insertEvents,
}
