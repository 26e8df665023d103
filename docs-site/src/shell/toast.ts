const SHOWN_MS = 6_000

/** The region that every page has for them (`PageActions` renders it). */
export const TOASTS_ID = 'toasts'

/** Says in a corner, and to screen readers, what just happened. For what needs no answer. */
export function toast(message: string, tone: 'good' | 'bad' = 'good'): void {
  const region = document.getElementById(TOASTS_ID)
  if (!region) return
  const item = document.createElement('p')
  item.className = `ui-toast ui-toast-${tone}`
  item.textContent = message
  region.append(item)
  setTimeout(() => item.remove(), SHOWN_MS)
}
