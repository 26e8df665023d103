import type { Company } from './company.ts'
import { htmlText } from './html-text.ts'

/** Characters of running text after which a page ends; real filings break pages inside sections, and so do these. */
const PAGE_LENGTH = 3600
/** A heading stays with what follows: it moves to the next page when less than this is left. */
const HEADING_ROOM = 700

/** How one financial printer draws the parts of a report. Three of them, because filers do not agree on any. */
interface Style {
  body: string
  paragraph(html: string): string
  center(html: string, bold: boolean): string
  bullet(html: string): string
  part(anchor: string, title: string): string
  item(anchor: string, number: string, title: string): string
  group(html: string): string
  heading(html: string): string
  risk(html: string): string
  cell(html: string, options: { first: boolean; bold: boolean; indent: boolean }): string
  tableAttributes: string
  pageEnd(page: number, report: { company: Company; form: string }): string
}

const BLOCK = 'font:9pt Arial'
const blocks: Style = {
  body: BLOCK,
  paragraph: (html) =>
    `<div style="margin-bottom:9pt;text-align:justify"><span style="${BLOCK};line-height:120%">${html}</span></div>`,
  center: (html, bold) =>
    `<div style="text-align:center"><span style="${BLOCK};font-weight:${bold ? 700 : 400}">${html}</span></div>`,
  bullet: (html) =>
    `<div style="padding-left:36pt;text-indent:-18pt"><span style="${BLOCK}">&#8226;</span><span style="${BLOCK};padding-left:14pt">${html}</span></div>`,
  part: (anchor, title) =>
    `<div id="${anchor}"></div><div style="margin-top:12pt;text-align:center"><span style="${BLOCK};font-weight:700">${title}</span></div>`,
  item: (anchor, number, title) =>
    `<div id="${anchor}"></div><div style="margin-bottom:9pt;margin-top:12pt"><span style="color:#00457c;font:700 11pt Arial">Item&#160;${number}.&#160;&#160;&#160;&#160;${title}</span></div>`,
  group: (html) =>
    `<div style="margin-top:9pt"><span style="${BLOCK};font-size:10pt;font-weight:700">${html}</span></div>`,
  heading: (html) =>
    `<div style="margin-bottom:5pt"><span style="${BLOCK};font-weight:700">${html}</span></div>`,
  risk: (html) =>
    `<div style="margin-bottom:5pt"><span style="${BLOCK};font-style:italic;font-weight:700">${html}</span></div>`,
  cell: (html, { first, bold, indent }) =>
    `<td style="text-align:${first ? 'left' : 'right'}${indent ? ';padding-left:12pt' : ''}"><span style="font-weight:${bold ? 700 : 400}">${html}</span></td>`,
  tableAttributes: 'style="border-collapse:collapse;font:9pt Arial;width:100%"',
  pageEnd: (page) =>
    `<div style="height:42.75pt;position:relative;width:100%"><div style="bottom:0;position:absolute;width:100%"><div style="text-align:center"><span style="${BLOCK}">${page}</span></div></div></div><hr style="page-break-after:always"/><div style="min-height:36pt;width:100%"><div><span style="${BLOCK};text-decoration:underline"><a style="color:#0000ff" href="#toc">Table of Contents</a></span></div></div>`,
}

const PARAGRAPH = "font:10pt 'Times New Roman', Times, Serif;margin:0"
const paragraphs: Style = {
  body: PARAGRAPH,
  paragraph: (html) =>
    `<p style="${PARAGRAPH};text-indent:0.5in">${html}</p>\n<p style="${PARAGRAPH}">&#160;</p>`,
  center: (html, bold) =>
    `<p style="${PARAGRAPH};text-align:center">${bold ? `<b>${html}</b>` : html}</p>\n<p style="${PARAGRAPH}">&#160;</p>`,
  bullet: (html) =>
    `<table cellpadding="0" cellspacing="0" style="width:100%;${PARAGRAPH}"><tr style="vertical-align:top"><td style="width:0.25in"></td><td style="width:0.25in">&#8226;</td><td>${html}</td></tr></table>`,
  part: (anchor, title) =>
    `<p style="${PARAGRAPH};text-align:center"><a name="${anchor}"></a><b>${title.toUpperCase()}</b></p>`,
  item: (anchor, number, title) =>
    `<p style="${PARAGRAPH}"><a name="${anchor}"></a><b>ITEM ${number}.&#160;&#160;${title.toUpperCase()}</b></p>\n<p style="${PARAGRAPH}">&#160;</p>`,
  group: (html) =>
    `<p style="${PARAGRAPH};text-align:center"><b><u>${html}</u></b></p>\n<p style="${PARAGRAPH}">&#160;</p>`,
  heading: (html) => `<p style="${PARAGRAPH}"><b>${html}</b></p>\n<p style="${PARAGRAPH}">&#160;</p>`,
  risk: (html) => `<p style="${PARAGRAPH}"><b><i>${html}</i></b></p>\n<p style="${PARAGRAPH}">&#160;</p>`,
  cell: (html, { first, bold, indent }) => {
    const content = bold ? `<b>${html}</b>` : html
    return first
      ? `<td style="text-align:left${indent ? ';padding-left:10pt' : ''}">${content}</td>`
      : `<td style="width:2%">&#160;</td><td style="text-align:right;width:14%">${content}</td>`
  },
  tableAttributes: `cellpadding="0" cellspacing="0" style="${PARAGRAPH};border-collapse:collapse;width:100%"`,
  pageEnd: (page, { company, form }) =>
    `<p style="${PARAGRAPH};text-align:center">-&#160;${page}&#160;-</p>\n<div style="page-break-before:always"></div><hr size="1"/>\n<p style="${PARAGRAPH};text-align:right"><i>${htmlText(company.legal_name)} | Form ${form}</i></p>`,
}

const FONT = '<font style="font-family:times new roman" size="2">'
const tables: Style = {
  body: 'font-family:times new roman',
  paragraph: (html) => `<p style="margin-top:6pt;margin-bottom:0pt">${FONT}${html}</font></p>`,
  center: (html, bold) =>
    `<p align="center" style="margin-top:6pt;margin-bottom:0pt">${FONT}${bold ? `<b>${html}</b>` : html}</font></p>`,
  bullet: (html) => `<ul style="margin-top:0pt"><li>${FONT}${html}</font></li></ul>`,
  part: (anchor, title) => `<p align="center" id="${anchor}">${FONT}<b>${title}</b></font></p>`,
  item: (anchor, number, title) =>
    `<table border="0" cellpadding="0" cellspacing="0" width="100%" id="${anchor}"><tr><td width="12%" valign="top">${FONT}<b>Item ${number}.</b></font></td><td valign="top">${FONT}<b>${title}</b></font></td></tr></table>`,
  group: (html) => `<p style="margin-top:12pt">${FONT}<b><u>${html}</u></b></font></p>`,
  heading: (html) => `<p style="margin-top:6pt">${FONT}<b><i>${html}</i></b></font></p>`,
  risk: (html) => `<p style="margin-top:6pt">${FONT}<b><i>${html}</i></b></font></p>`,
  cell: (html, { first, bold, indent }) =>
    `<td align="${first ? 'left' : 'right'}" valign="bottom">${FONT}${indent ? '&#160;&#160;' : ''}${bold ? `<b>${html}</b>` : html}</font></td>`,
  tableAttributes: 'border="0" cellpadding="0" cellspacing="0" width="100%"',
  pageEnd: (page) =>
    `<p align="center">${FONT}${page}</font></p>\n<hr align="left" color="#999999" noshade="noshade" size="3" width="100%" style="page-break-after:always"/>\n<p><a href="#toc">${FONT}Table of Contents</font></a></p>`,
}

const STYLES: Record<Company['layout'], Style> = { blocks, paragraphs, tables }

export interface Row {
  cells: string[]
  bold?: boolean
  indent?: boolean
}

/** Writes the body of a report block by block and ends a page whenever one is full. Arguments are HTML unless named text. */
export function createReport(company: Company, form: string, options: { paged: boolean }) {
  const style = STYLES[company.layout]
  const lines: string[] = []
  let paging = options.paged
  let afterHeading = false
  let onPage = 0
  let page = 1

  function add(html: string, length: number, room = length): void {
    if (paging && onPage > 0 && onPage + room > PAGE_LENGTH && !afterHeading) endPage()
    lines.push(html)
    onPage += length
    afterHeading = room > length
  }

  function addHeading(html: string, length: number): void {
    add(html, length, length + HEADING_ROOM)
  }

  function endPage(): void {
    lines.push(style.pageEnd(page, { company, form }))
    page++
    onPage = 0
  }

  return {
    style: style.body,
    endPage,
    /** Keeps everything on one page, however long, until it is called again with true. */
    breakPages(yes: boolean): void {
      paging = yes && options.paged
    },
    raw: (html: string) => add(html, 200),
    paragraph: (text: string) => add(style.paragraph(htmlText(text)), text.length + 80),
    paragraphHtml: (html: string) => add(style.paragraph(html), 300),
    center: (html: string, bold = false) => add(style.center(html, bold), 90),
    bullet: (text: string) => add(style.bullet(htmlText(text)), text.length + 60),
    part: (anchor: string, title: string) => addHeading(style.part(anchor, title), 120),
    item: (anchor: string, number: string, title: string) =>
      addHeading(style.item(anchor, number, htmlText(title)), 150),
    group: (text: string) => addHeading(style.group(htmlText(text)), 110),
    heading: (text: string) => addHeading(style.heading(htmlText(text)), 110),
    risk: (text: string) => addHeading(style.risk(htmlText(text)), text.length + 60),
    table(rows: Row[]): void {
      const body = rows.map(({ cells, bold = false, indent = false }) => {
        const drawn = cells.map((cell, index) =>
          style.cell(cell === '' ? '&#160;' : cell, { first: index === 0, bold, indent }),
        )
        return `<tr>${drawn.join('')}</tr>`
      })
      add(`<table ${style.tableAttributes}>\n${body.join('\n')}\n</table>`, rows.length * 70)
    },
    html: () => lines.join('\n'),
  }
}

export type Report = ReturnType<typeof createReport>
