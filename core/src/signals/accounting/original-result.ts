/** How a published effect is told: whose number it is, and that it is history. */
export function originalResult(percentAMonth: string, t: string, sample = ''): string {
  const where = sample === '' ? '' : `, ${sample}`
  return `The portfolio of the original paper${where} earned ${percentAMonth} % a month (t = ${t}), as the Open Source Asset Pricing collection lists it; later years need not follow.`
}
