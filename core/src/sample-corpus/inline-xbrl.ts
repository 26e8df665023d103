import type { Company } from './company.ts'
import { grouped, htmlText, longDate } from './html-text.ts'

export type Period = { start: string; end: string } | { instant: string }

/**
 * The tagged facts of one report. Contexts and units are declared as they are used, and `header` writes them, with the
 * facts that a page does not show, into the hidden ix:header.
 */
export function createFacts(company: Company, cover: { start: string; end: string }) {
  const contexts = new Map<string, { id: string; period: Period }>()
  const units = new Set<string>()
  const hidden: string[] = []
  let count = 0

  function contextOf(period: Period): string {
    const key = 'instant' in period ? period.instant : `${period.start}/${period.end}`
    let context = contexts.get(key)
    if (!context) {
      context = { id: `c-${contexts.size + 1}`, period }
      contexts.set(key, context)
    }
    return context.id
  }

  function text(name: string, value: string, shown: string = htmlText(value), format?: string): string {
    count++
    const attribute = format ? ` format="${format}"` : ''
    return `<ix:nonNumeric contextRef="${contextOf(cover)}" name="${name}"${attribute} id="f-${count}">${shown}</ix:nonNumeric>`
  }

  return {
    text,

    date(name: string, date: string): string {
      return text(name, date, longDate(date), 'ixt:date-monthname-day-year-en')
    },

    flag(name: string, value: boolean): string {
      return text(
        name,
        String(value),
        value ? '&#9746;' : '&#9744;',
        value ? 'ixt:fixed-true' : 'ixt:fixed-false',
      )
    },

    /** A number in a cell: grouped, in brackets when negative; `thousands` tells the scale. */
    amount(name: string, period: Period, value: number, unit: 'usd' | 'shares' = 'usd'): string {
      count++
      units.add(unit)
      const sign = value < 0 ? ' sign="-"' : ''
      const tag = `<ix:nonFraction unitRef="${unit}" contextRef="${contextOf(period)}" decimals="-3" name="${name}" format="ixt:num-dot-decimal" scale="3"${sign} id="f-${count}">${grouped(Math.abs(value))}</ix:nonFraction>`
      return value < 0 ? `(${tag})` : tag
    },

    perShare(name: string, period: Period, value: number): string {
      count++
      units.add('usdPerShare')
      const sign = value < 0 ? ' sign="-"' : ''
      const tag = `<ix:nonFraction unitRef="usdPerShare" contextRef="${contextOf(period)}" decimals="2" name="${name}" format="ixt:num-dot-decimal" scale="0"${sign} id="f-${count}">${Math.abs(value).toFixed(2)}</ix:nonFraction>`
      return value < 0 ? `(${tag})` : tag
    },

    hide(name: string, value: string): void {
      hidden.push(text(name, value))
    },

    header(schemaFile: string): string {
      const lines = ['<div style="display:none"><ix:header>', '<ix:hidden>', ...hidden, '</ix:hidden>']
      lines.push(
        `<ix:references xml:lang="en-US"><link:schemaRef xlink:type="simple" xlink:href="${schemaFile}"/></ix:references>`,
        '<ix:resources>',
      )
      for (const { id, period } of contexts.values()) {
        const dates =
          'instant' in period
            ? `<xbrli:instant>${period.instant}</xbrli:instant>`
            : `<xbrli:startDate>${period.start}</xbrli:startDate><xbrli:endDate>${period.end}</xbrli:endDate>`
        lines.push(
          `<xbrli:context id="${id}"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">${company.cik}</xbrli:identifier></xbrli:entity><xbrli:period>${dates}</xbrli:period></xbrli:context>`,
        )
      }
      if (units.has('usd')) lines.push(simpleUnit('usd', 'iso4217:USD'))
      if (units.has('shares')) lines.push(simpleUnit('shares', 'xbrli:shares'))
      if (units.has('usdPerShare')) {
        lines.push(
          '<xbrli:unit id="usdPerShare"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>',
        )
      }
      lines.push('</ix:resources>', '</ix:header></div>')
      return lines.join('\n')
    },
  }
}

export type Facts = ReturnType<typeof createFacts>

function simpleUnit(id: string, measure: string): string {
  return `<xbrli:unit id="${id}"><xbrli:measure>${measure}</xbrli:measure></xbrli:unit>`
}

/** The namespaces an inline document declares on its root. */
export function rootElement(company: Company, year: number): string {
  const prefix = company.ticker.toLowerCase()
  return [
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"',
    ' xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"',
    ' xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"',
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"',
    ` xmlns:dei="http://xbrl.sec.gov/dei/${year}" xmlns:us-gaap="http://fasb.org/us-gaap/${year}"`,
    ` xmlns:${prefix}="http://www.${prefix}.example/${year}" xml:lang="en-US">`,
  ].join('')
}
