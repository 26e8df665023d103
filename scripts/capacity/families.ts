/** Filings that are stored alike: what a filing takes depends on its form far more than on who filed it. */
export const FAMILIES = [
  'ownership',
  'holders',
  'current_report',
  'foreign_report',
  'annual_report',
  'annual_report_xbrl',
  'quarterly_report',
  'quarterly_report_xbrl',
  'prospectus',
  'fund_holdings',
  'proxy',
  'offering_notice',
  'other',
] as const
export type Family = (typeof FAMILIES)[number]

/** What a family is, in the words of the page. */
export const FAMILY_NAMES: Record<Family, string> = {
  ownership: 'Forms 3, 4, 5 and 144',
  holders: 'Schedules 13D and 13G',
  current_report: '8-K',
  foreign_report: '6-K and 20-F',
  annual_report: '10-K without XBRL',
  annual_report_xbrl: '10-K with XBRL',
  quarterly_report: '10-Q without XBRL',
  quarterly_report_xbrl: '10-Q with XBRL',
  prospectus: 'prospectuses and registrations',
  fund_holdings: '13F and N-PORT',
  proxy: 'proxy statements',
  offering_notice: 'Forms D and 1-A',
  other: 'everything else',
}

const PATTERNS: [RegExp, Family][] = [
  [/^(3|4|5|144)$/, 'ownership'],
  [/^(SC|SCHEDULE) 13[DG]$/, 'holders'],
  [/^8-K/, 'current_report'],
  [/^(6-K|20-F|40-F)$/, 'foreign_report'],
  [/^10-?K/, 'annual_report'],
  [/^10-?Q/, 'quarterly_report'],
  [/^(424B|497|485|S-\d|SF-\d|F-\d|POS AM|N-1A|N-2)/, 'prospectus'],
  [/^(13F|N-?PORT)/, 'fund_holdings'],
  [/(14A|14C)$/, 'proxy'],
  [/^(D|1-A|C)$/, 'offering_notice'],
]

/** Reports with XBRL are several times as large as those of before 2009. */
export function familyOf(form: string, xbrl: boolean): Family {
  const base = form.trim().replace(/\/A$/, '')
  const family = PATTERNS.find(([pattern]) => pattern.test(base))?.[1] ?? 'other'
  if (!xbrl) return family
  if (family === 'annual_report') return 'annual_report_xbrl'
  return family === 'quarterly_report' ? 'quarterly_report_xbrl' : family
}

/**
 * The share of each family in all of EDGAR, from how often its forms are filed. `xbrlShare` is the share of 10-Ks and 10-Qs of
 * all years that came with XBRL.
 */
export function mixOf(
  forms: readonly (readonly [string, number])[],
  xbrlShare: number,
): Record<Family, number> {
  const mix = Object.fromEntries(FAMILIES.map((family) => [family, 0])) as Record<Family, number>
  const all = forms.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [form, weight] of forms) {
    mix[familyOf(form, false)] += (weight / all) * (1 - xbrlShare)
    mix[familyOf(form, true)] += (weight / all) * xbrlShare
  }
  return mix
}
