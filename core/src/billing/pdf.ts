import type { PDFFont } from 'pdf-lib'
import type { InvoiceLine } from './invoice.ts'
import type { Invoice } from './store.ts'

const A4: [number, number] = [595.28, 841.89]
const LEFT = 50
const RIGHT = 545
const LINE = 16
const BOTTOM = 60

/**
 * The invoice as a PDF: the same invoice and name give the same bytes, because its only moment is that of its issue. The
 * standard fonts know Latin letters; others are shown as question marks, and stand as they are in the JSON.
 */
export async function invoicePdf(invoice: Invoice, organisationName: string): Promise<Uint8Array> {
  // Loaded for the first invoice: it is large, and most processes never make one.
  const { PDFDocument, rgb, StandardFonts } = await import('pdf-lib')
  const ink = rgb(0.1, 0.1, 0.15)
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const issuedAt = new Date(invoice.issued_at)
  pdf.setTitle(`Invoice ${invoice.id}`)
  pdf.setProducer('SEC Latent Platform')
  pdf.setCreationDate(issuedAt)
  pdf.setModificationDate(issuedAt)
  const fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  }
  const { document } = invoice
  let page = pdf.addPage(A4)
  let y = 780
  const down = (by = LINE) => {
    y -= by
    if (y > BOTTOM) return
    page = pdf.addPage(A4)
    y = 780
  }
  const left = (text: string, font: PDFFont = fonts.plain, size = 10) =>
    page.drawText(latin(text), { x: LEFT, y, size, font, color: ink })
  const right = (text: string, x = RIGHT, font: PDFFont = fonts.plain) => {
    const shown = latin(text)
    page.drawText(shown, { x: x - font.widthOfTextAtSize(shown, 10), y, size: 10, font, color: ink })
  }

  left('Invoice', fonts.bold, 20)
  down(28)
  for (const text of [
    `Number: ${invoice.id}`,
    `For: ${organisationName}`,
    `Month: ${document.month} (UTC)`,
    `Issued: ${invoice.issued_at}`,
    `Status: ${invoice.status}`,
    `Units: ${count(document.units)}, of which ${count(document.included_units)} are included in ${document.plan_title}`,
  ]) {
    left(text)
    down()
  }
  down()
  left('Description', fonts.bold)
  right('Units', 380, fonts.bold)
  right('Price', 460, fonts.bold)
  right('Amount (USD)', RIGHT, fonts.bold)
  down()
  for (const line of document.lines) {
    left(line.description.slice(0, 60))
    right(count(line.quantity), 380)
    right(priceOf(line), 460)
    right(line.price_cents === null ? 'included' : dollars(line.amount_cents))
    down()
  }
  down()
  left('Total', fonts.bold)
  right(dollars(document.total_cents), RIGHT, fonts.bold)
  down(2 * LINE)
  left(`SHA-256 of the document: ${invoice.document_sha256}`, fonts.plain, 8)
  return await pdf.save({ useObjectStreams: false })
}

function latin(text: string): string {
  return text.replace(/[^\x20-\x7e\xa1-\xff]/gu, '?')
}

function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

function dollars(cents: number): string {
  return `${count(Math.trunc(cents / 100))}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
}

function priceOf({ price_cents, per }: InvoiceLine): string {
  if (price_cents === null) return ''
  return per === 1 ? dollars(price_cents) : `${dollars(price_cents)} / ${count(per)}`
}
