/** An invented Schedule 13D in XML; `middle` goes where the persons stand. */
export function scheduleXml(
  parts: { type?: string; persons?: string; cusip?: string; item3?: string } = {},
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<edgarSubmission xmlns="http://www.sec.gov/edgar/schedule13D" xmlns:com="http://www.sec.gov/edgar/common">
  <headerData>
    <submissionType>${parts.type ?? 'SCHEDULE 13D'}</submissionType>
    <filerInfo><filer><filerCredentials><cik>0009000301</cik><ccc>XXXXXXXX</ccc></filerCredentials></filer></filerInfo>
  </headerData>
  <formData>
    <coverPageHeader>
      <securitiesClassTitle>Common Stock, par value $0.01 per share</securitiesClassTitle>
      <dateOfEvent>02/27/2025</dateOfEvent>
      <previouslyFiledFlag>false</previouslyFiledFlag>
      <issuerInfo>
        <issuerCIK>0009000001</issuerCIK>
        ${parts.cusip ?? '<issuerCUSIP>9X0001 10 4</issuerCUSIP>'}
        <issuerName>Harrow &amp; Quill Instruments, Inc.</issuerName>
        <address><com:street1>4 Ferry Lane</com:street1><com:city>Dunmere</com:city><com:stateOrCountry>VT</com:stateOrCountry><com:zipCode>05999</com:zipCode></address>
      </issuerInfo>
      <authorizedPersons><notificationInfo><personName>Isolde Marchbank</personName><personPhoneNum>802-555-0100</personPhoneNum></notificationInfo></authorizedPersons>
    </coverPageHeader>
    <reportingPersons>${parts.persons ?? personXml()}</reportingPersons>
    <items1To7>
      <item1><securityTitle>Common Stock</securityTitle></item1>
      <item3>${parts.item3 ?? '<fundsSource>Working capital.</fundsSource>'}</item3>
      <item4><transactionPurpose>To hold.\r\n\r\nAnd to talk.</transactionPurpose></item4>
    </items1To7>
    <signatureInfo><signaturePerson><signatureReportingPerson>Greyfell Partners LP</signatureReportingPerson>
      <signatureDetails><signature>/s/ I. Marchbank</signature><title>Manager</title><date>03/03/2025</date></signatureDetails></signaturePerson></signatureInfo>
  </formData>
</edgarSubmission>`
}

export function personXml(
  person: { name?: string; cik?: string; amount?: string; percent?: string } = {},
): string {
  const amount = person.amount ?? '1250000'
  return `<reportingPersonInfo>
    ${person.cik ? `<reportingPersonCIK>${person.cik}</reportingPersonCIK>` : ''}
    <reportingPersonName>${person.name ?? 'Greyfell Partners LP'}</reportingPersonName>
    <fundType>WC</fundType><citizenshipOrOrganization>DE</citizenshipOrOrganization>
    <soleVotingPower>0</soleVotingPower><sharedVotingPower>${amount}</sharedVotingPower>
    <soleDispositivePower>0</soleDispositivePower><sharedDispositivePower>${amount}</sharedDispositivePower>
    <aggregateAmountOwned>${amount}</aggregateAmountOwned><isAggregateExcludeShares>N</isAggregateExcludeShares>
    <percentOfClass>${person.percent ?? '7.1'}</percentOfClass><typeOfReportingPerson>PN</typeOfReportingPerson>
  </reportingPersonInfo>`
}

/** A cover and a person's page as they were typed in the nineties, drawn with lines and a caption beside rows 5 to 8. */
export const TYPED_SCHEDULE_13G = `                UNITED STATES
                       SECURITIES AND EXCHANGE COMMISSION
                             WASHINGTON, D.C. 20549

                                 SCHEDULE 13G
                   UNDER THE SECURITIES EXCHANGE ACT OF 1934
                              (AMENDMENT NO. 2)*

                       HARROW & QUILL INSTRUMENTS, INC.
- --------------------------------------------------------------------------------
                                (Name of Issuer)

                         COMMON STOCK, $.01 PAR VALUE
- --------------------------------------------------------------------------------
                         (Title of Class of Securities)

                                   9X0001 10 4
- --------------------------------------------------------------------------------
                                 (CUSIP Number)

Check the following box if a fee is being paid with this statement [ ].

- --------------------------------------------------------------------------------
  CUSIP NO. 9X0001 10 4              13G                       PAGE 2 OF 5 PAGES
- --------------------------------------------------------------------------------
  1  NAME OF REPORTING PERSON
     S.S. OR I.R.S. IDENTIFICATION NO. OF ABOVE PERSON

            Greyfell Management Co., Inc.       04-0000001
- --------------------------------------------------------------------------------
  2  CHECK THE APPROPRIATE BOX IF A MEMBER OF A GROUP*
                                                                      (a)  [ ]
                                                                      (b)  [X]
- --------------------------------------------------------------------------------
  3  SEC USE ONLY
- --------------------------------------------------------------------------------
  4  CITIZENSHIP OR PLACE OF ORGANIZATION
            Massachusetts
- --------------------------------------------------------------------------------
    NUMBER OF       5   SOLE VOTING POWER
     SHARES                  412,300
  BENEFICIALLY    --------------------------------------------------------------
    OWNED BY        6   SHARED VOTING POWER
      EACH                   None
   REPORTING      --------------------------------------------------------------
     PERSON         7   SOLE DISPOSITIVE POWER
      WITH                   598,100
                  --------------------------------------------------------------
                    8   SHARED DISPOSITIVE POWER
                             See Item 4
- --------------------------------------------------------------------------------
  9  AGGREGATE AMOUNT BENEFICIALLY OWNED BY EACH REPORTING PERSON
            598,100 (1)
- --------------------------------------------------------------------------------
 10  CHECK BOX IF THE AGGREGATE AMOUNT IN ROW (9) EXCLUDES CERTAIN SHARES*   [ ]
- --------------------------------------------------------------------------------
 11  PERCENT OF CLASS REPRESENTED BY AMOUNT IN ROW 9
            5.2%
- --------------------------------------------------------------------------------
 12  TYPE OF REPORTING PERSON*
            IA, CO
- --------------------------------------------------------------------------------

Item 1(a)  Name of Issuer:
           Harrow & Quill Instruments, Inc.

Item 1(b)  Address of Issuer's Principal Executive Offices:
           4 Ferry Lane
           Dunmere, Vermont 05999

Item 2(a)  Name of Person Filing:
           Greyfell Management Co., Inc.

Item 2(c)  Citizenship:
           Massachusetts

Item 4     Ownership.
           See rows 5 to 9 of the cover page.

                                   SIGNATURE
   I certify that this is true.
`
