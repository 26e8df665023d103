import type { Locator, Page } from 'playwright-core'

/** More stops than any page has. */
const MOST_STOPS = 600
const MOST_OPTIONS = 60

/**
 * Somebody without a mouse: every control is reached with the Tab key, and has to show that it has the focus. Nothing here
 * clicks, and nothing sets a value that was not typed.
 */
export function keyboardOf(page: Page) {
  const press = (key: string) => page.keyboard.press(key)

  const hasFocus = (locator: Locator) =>
    locator.evaluate((element) => element === document.activeElement).catch(() => false)

  async function tabTo(locator: Locator): Promise<void> {
    await locator.waitFor({ state: 'attached' })
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await hasFocus(locator)) {
        await requireVisibleFocus(page, locator)
        return
      }
      await press('Tab')
    }
    throw new Error(`the Tab key does not reach ${locator}`)
  }

  return {
    press,
    tabTo,
    /** Past the bar at the top and the lists at the side, as the first link of every page offers. */
    async skipToContent(): Promise<void> {
      await tabTo(page.getByRole('link', { name: 'Skip to the content' }))
      await press('Enter')
    },
    /** Goes to a link or a button and uses it. */
    async use(locator: Locator): Promise<void> {
      await tabTo(locator)
      await press('Enter')
    },
    /** Goes to a field and writes in it, in place of what was there. */
    async write(locator: Locator, text: string): Promise<void> {
      await tabTo(locator)
      await press('ControlOrMeta+a')
      await page.keyboard.insertText('')
      await page.keyboard.type(text)
    },
    /** Ticks a box, or takes the tick away. */
    async toggle(locator: Locator): Promise<void> {
      await tabTo(locator)
      await press('Space')
    },
    /** Goes through the options of a list until one is chosen. */
    async choose(locator: Locator, option: string): Promise<void> {
      await tabTo(locator)
      // Some options are there only when the API said that somebody may choose them.
      await locator.locator('option', { hasText: option }).first().waitFor({ state: 'attached' })
      await press('Home')
      for (let steps = 0; steps < MOST_OPTIONS; steps++) {
        const shown = await locator.evaluate(
          (list) => (list as HTMLSelectElement).selectedOptions[0]?.textContent,
        )
        if (shown?.includes(option)) return
        await press('ArrowDown')
      }
      throw new Error(`${locator} does not offer ${option}`)
    },
  }
}
export type Keyboard = ReturnType<typeof keyboardOf>

/** The outline may be drawn around what stands for the control, such as the label of a hidden one. */
async function requireVisibleFocus(page: Page, locator: Locator): Promise<void> {
  // What slides or fades in when it gets the focus is looked at when it has arrived.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map((one) => one.finished),
    ),
  )
  const isMarked = await locator.evaluate((element) => element.matches(':focus-visible'))
  if (!isMarked) throw new Error(`${locator}: the focus is not marked as visible`)
  const around = await locator.evaluate((element) =>
    [element, ...((element as HTMLInputElement).labels ?? []), element.parentElement].flatMap((one) => {
      if (one === null) return []
      const { width, height, right, bottom, left, top } = one.getBoundingClientRect()
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return {
        isOnScreen:
          width > 2 && height > 2 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
        isDrawn: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none',
      }
    }),
  )
  if (!around.some(({ isOnScreen, isDrawn }) => isOnScreen && isDrawn))
    throw new Error(`${locator}: nothing on the screen shows that it has the focus`)
}
