import type { CatalogueItem } from './items.ts'

type Row = [number: string, title: string]

const EXPENSES = 'Other Expenses of Issuance and Distribution'
const INDEMNIFICATION = 'Indemnification of Directors and Officers'
const RECENT_SALES = 'Recent Sales of Unregistered Securities'
const EXHIBITS = 'Exhibits and Financial Statement Schedules'
const UNDERTAKINGS = 'Undertakings'

/** Part II of each form: what is not required in the prospectus (17 CFR 239.11 to 239.45). */
const partTwo: Record<string, Row[]> = {
  'S-1': [
    ['13', EXPENSES],
    ['14', INDEMNIFICATION],
    ['15', RECENT_SALES],
    ['16', EXHIBITS],
    ['17', UNDERTAKINGS],
  ],
  'S-3': [
    ['14', EXPENSES],
    ['15', INDEMNIFICATION],
    ['16', 'Exhibits'],
    ['17', UNDERTAKINGS],
  ],
  'S-4': [
    ['20', INDEMNIFICATION],
    ['21', EXHIBITS],
    ['22', UNDERTAKINGS],
  ],
  'S-11': [
    ['31', EXPENSES],
    ['32', 'Sales to Special Parties'],
    ['33', RECENT_SALES],
    ['34', INDEMNIFICATION],
    ['35', 'Treatment of Proceeds from Stock Being Registered'],
    ['36', 'Financial Statements and Exhibits'],
    ['37', UNDERTAKINGS],
  ],
  'SF-1': [
    ['12', EXPENSES],
    ['13', INDEMNIFICATION],
    ['14', 'Exhibits'],
    ['15', UNDERTAKINGS],
  ],
  'SF-3': [
    ['12', EXPENSES],
    ['13', INDEMNIFICATION],
    ['14', 'Exhibits'],
    ['15', UNDERTAKINGS],
  ],
  'F-1': [
    ['6', INDEMNIFICATION],
    ['7', RECENT_SALES],
    ['8', EXHIBITS],
    ['9', UNDERTAKINGS],
  ],
  'F-3': [
    ['8', INDEMNIFICATION],
    ['9', 'Exhibits'],
    ['10', UNDERTAKINGS],
  ],
  'SB-2': [
    ['24', INDEMNIFICATION],
    ['25', EXPENSES],
    ['26', RECENT_SALES],
    ['27', 'Exhibits'],
    ['28', UNDERTAKINGS],
  ],
}

/** The items of Part II of a registration statement; none for a form that has no such part. */
export function partTwoItems(form: string): CatalogueItem[] {
  const prefix = form.toLowerCase().replace('-', '')
  return (partTwo[form === 'F-4' ? 'S-4' : form] ?? []).map(([number, title]) => ({
    key: `${prefix}.part2_item_${number}`,
    part: 2,
    number,
    titles: [{ title }],
    also: also(title),
  }))
}

function also(title: string): string[] {
  if (title === INDEMNIFICATION)
    return [
      'Indemnification of Officers and Directors',
      'Indemnification of Directors, Officers and Employees',
    ]
  if (title === UNDERTAKINGS) return ['Undertaking']
  return title.startsWith('Exhibits') ? ['Exhibits', EXHIBITS, 'Exhibits, Financial Statement Schedules'] : []
}
