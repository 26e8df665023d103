import type { CanonicalText } from '../documents/document.ts'
import { currentReportSections } from './current-report.ts'
import { headedSections } from './headed-document.ts'
import { headingCatalogueOf } from './heading-catalogue.ts'
import { itemListOf } from './items.ts'
import { periodicReportSections } from './periodic-report.ts'
import { dispositionOf, type PlacedSection, type Section } from './section.ts'

/**
 * Sections of a primary document. Those with a span tile the text: in order, without overlap, from the first character to
 * the last; what belongs to no item is a gap. Items of the form without a span follow as `absent` or `failed`; an item the
 * form did not have on that date is not listed at all, and neither are the items an 8-K does not report, nor a heading that
 * a form without items does not have. Pure, and linear in the text.
 *
 * @param formType EDGAR form type of the document, such as `10-K405` or `8-K/A`; a form without items and headings of its
 * own is one section `document.whole`
 * @param filedOn filing date, `YYYY-MM-DD`: item lists change with time
 */
export function sectionsOf(formType: string, text: CanonicalText, filedOn: string): Section[] {
  if (text.text.length === 0) return []
  return placed(formType, text, filedOn).map((section) => ({
    section_key: section.section_key,
    title: section.title,
    status: section.status,
    disposition: dispositionOf(section),
    boundary_method: section.boundary_method,
    confidence: section.confidence,
    start: section.start,
    end: section.end,
    note: section.note,
  }))
}

function placed(formType: string, text: CanonicalText, filedOn: string): PlacedSection[] {
  const list = itemListOf(formType, filedOn)
  if (list?.family === '8-K') return currentReportSections(list, text, filedOn)
  if (list) return periodicReportSections(list, formType, text, filedOn)
  const catalogue = headingCatalogueOf(formType)
  return catalogue ? headedSections(catalogue, text, filedOn) : [wholeDocument(text)]
}

function wholeDocument(text: CanonicalText): PlacedSection {
  return {
    section_key: 'document.whole',
    title: null,
    status: 'ok',
    boundary_method: 'whole_document',
    confidence: 1,
    start: 0,
    end: text.text.length,
    note: null,
  }
}
