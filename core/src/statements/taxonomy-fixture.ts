/** An invented extension taxonomy: a schema with two roles and the linkbases of a small balance sheet. */
export const ROLE = 'http://harbor.test/role/BalanceSheets'
export const NOTE_ROLE = 'http://harbor.test/role/DebtDetails'

const XLINK = 'xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'

export function schema(inside = ''): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance" ${XLINK} targetNamespace="http://harbor.test/2025">
  <xsd:annotation><xsd:appinfo>
    <link:roleType roleURI="${ROLE}" id="BalanceSheets"><link:definition>0000002 - Statement - CONSOLIDATED
      BALANCE SHEETS</link:definition><link:usedOn>link:presentationLink</link:usedOn></link:roleType>
    <link:roleType roleURI="${NOTE_ROLE}" id="DebtDetails"><link:definition>9954471 - Disclosure - Debt (Details)</link:definition></link:roleType>
    ${inside}
  </xsd:appinfo></xsd:annotation>
  <xsd:element id="harbor_Robot_Leases" name="Robot_Leases" type="xbrli:monetaryItemType" xbrli:periodType="instant" xbrli:balance="debit" abstract="false" nillable="true"/>
  <xsd:element id="harbor_FleetAbstract" name="FleetAbstract" type="xbrli:stringItemType" xbrli:periodType="duration" abstract="true"/>
</xsd:schema>`)
}

export function linkbase(links: string): Buffer {
  return Buffer.from(`<?xml version="1.0"?>\n<link:linkbase ${XLINK}>${links}</link:linkbase>`)
}

export type ArcRow = [from: string, to: string, order: number, attributes?: string]

/** A link with a locator per element; arcs stand before the locators, which XBRL allows. */
export function presentationLink(role: string, arcs: ArcRow[]): string {
  return link('presentation', role, arcs)
}

export function calculationLink(role: string, arcs: ArcRow[]): string {
  return link('calculation', role, arcs)
}

function link(kind: 'presentation' | 'calculation', role: string, arcs: ArcRow[]): string {
  const elements = [...new Set(arcs.map(([from]) => from).concat(arcs.map(([, to]) => to)))]
  return `<link:${kind}Link xlink:type="extended" xlink:role="${role}">
    ${arcs.map(([from, to, order, attributes = '']) => `<link:${kind}Arc xlink:type="arc" xlink:from="loc_${from}" xlink:to="loc_${to}" order="${order}" ${attributes}/>`).join('\n')}
    ${elements.map((element) => `<link:loc xlink:type="locator" xlink:href="https://taxonomy.test/x.xsd#${element}" xlink:label="loc_${element}"/>`).join('\n')}
  </link:${kind}Link>`
}

export function labelLink(
  labels: [element: string, role: string, text: string, language?: string][],
): string {
  return `<link:labelLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">${labels
    .map(
      ([element, role, text, language = 'en-US'], index) => `
    <link:loc xlink:type="locator" xlink:href="harbor.xsd#${element}" xlink:label="loc_${index}"/>
    <link:label xlink:type="resource" xlink:label="lab_${index}" xlink:role="http://www.xbrl.org/2003/role/${role}" xml:lang="${language}">${text}</link:label>
    <link:labelArc xlink:type="arc" xlink:from="loc_${index}" xlink:to="lab_${index}"/>`,
    )
    .join('')}</link:labelLink>`
}

export const preferred = (role: string) => `preferredLabel="http://www.xbrl.org/2003/role/${role}"`
