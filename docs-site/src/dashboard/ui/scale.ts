const STEPS = [1, 2, 5, 10]

export interface Scale {
  max: number
  ticks: number[]
}

/** An axis from 0 whose marks are round numbers and whose end is at least `value`; of whole numbers only. */
export function scaleTo(value: number, marks = 4): Scale {
  const least = Math.max(value, 1) / marks
  const power = 10 ** Math.floor(Math.log10(least))
  const step = Math.max(1, (STEPS.find((one) => one * power >= least) ?? 10) * power)
  const count = Math.max(1, Math.ceil(Math.max(value, 1) / step))
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step)
  return { max: count * step, ticks }
}

/** Which of so many labels to print, so that they do not run into each other: every n-th, the last one among them. */
export function labelled(count: number, fitting: number): (index: number) => boolean {
  const every = Math.max(1, Math.ceil(count / Math.max(1, fitting)))
  return (index) => (count - 1 - index) % every === 0
}
