import { describe, expect, test } from 'vitest'
import { readTextTable } from './text-table.ts'

const brief = (text: string) =>
  readTextTable(text).map((row) => [
    row.issuer_name,
    row.title_of_class,
    row.cusip,
    row.value_as_filed,
    row.shares,
    row.shares_type,
    row.put_call,
    row.investment_discretion,
    row.other_managers.join('+'),
    [row.voting_sole, row.voting_shared, row.voting_none],
  ])

describe('a typed information table', () => {
  test('with a column for everything is read row by row', () => {
    const rows = brief(`<TABLE>
<CAPTION>
                                 TITLE OF              VALUE   SHARES/ SH/ PUT/ INVSTMT  OTHER       VOTING AUTHORITY
NAME OF ISSUER                   CLASS      CUSIP     (X$1000) PRN AMT PRN CALL DSCRETN MANAGERS    SOLE   SHARED     NONE
-------------------------------- ---------- --------- -------- ------- --- ---- ------- -------- -------- -------- --------
<S>                              <C>        <C>       <C>      <C>     <C> <C>  <C>     <C>      <C>      <C>      <C>
OAKMERE TOOL WORKS INC           COM        68801X104      431   12000 SH       SOLE                12000        0        0
PELLWORTH CO                     CL A       70545P208    1,204  31,500 SH  PUT  DEFINED 1,3        30,000    1,500        0
SANDGATE HLDGS                   NOTE 4.00% 79999TAB4      990  1000000 PRN     OTHER   2               0        0        0
TOTALS                                                   2,625
</TABLE>`)
    expect(rows).toEqual([
      ['OAKMERE TOOL WORKS INC', 'COM', '68801X104', 431, 12000, 'SH', null, 'SOLE', '', [12000, 0, 0]],
      ['PELLWORTH CO', 'CL A', '70545P208', 1204, 31500, 'SH', 'put', 'DFND', '1+3', [30000, 1500, 0]],
      ['SANDGATE HLDGS', 'NOTE 4.00%', '79999TAB4', 990, 1000000, 'PRN', null, 'OTR', '2', [0, 0, 0]],
    ])
  })

  test('with empty columns is read by the headings above them', () => {
    const rows = brief(`
         NAME OF           TITLE OF              VALUE  SHRS OR SH/ PUT/ INVESTMENT   OTHER    VOTING AUTHORITY
          ISSUER            CLASS      CUSIP   [x$1000] PRN AMT PRN CALL DISCRETION MANAGERS   SOLE  SHARED NONE
----------------------------------------------------------------------------------------------------------------
<S>                       <C>        <C>       <C>      <C>     <C> <C>  <C>        <C>      <C>     <C>    <C>
OAKMERE TOOL WORKS INC    COMMON     G0699U109      329   9,850 SH       SHARED     10         9,850           0
PELLWORTH CORP COMMON     COMMON     G3999E101      674  11,464 SH       SHARED     10        11,464           0
                                                     18     300 SH       OTHER      10           300           0
SANDGATE                  COM        500999106    41069 3892807 SH       SOLE                3649807      243000
`)
    expect(rows.map((row) => [row[0], row[3], row[8], row[9]])).toEqual([
      ['OAKMERE TOOL WORKS INC', 329, '10', [9850, null, 0]],
      ['PELLWORTH CORP COMMON', 674, '10', [11464, null, 0]],
      ['PELLWORTH CORP COMMON', 18, '10', [300, null, 0]],
      ['SANDGATE', 41069, '', [3649807, null, 243000]],
    ])
  })

  test('that sets totals off by rulers is read without them', () => {
    const rows = brief(`
                                                  MARKET                      INVEST AUTH   VOTING AUTH (SHARES)
NAME OF ISSUER                 CUSIP              VALUE            SH/PV      SOLE SHR OTH      SOLE            SHARED      NONE
------------------------------ ------------  ----------------- ------------   ---- --- ---- -----------       ---------- ---------
<S>                            <C>           <C>               <C>            <C>  <C> <C>  <C>               <C>        <C>
OAKMERE LABS                   002999100            289,773.76          7980  X                     7980              0          0
                                                  3,260,753.58         89797       X                   0          89797          0
                                             ----------------- --------------               -------------     ---------- ---------
                                                  3,550,527.34         97777                        7980          89797          0

PELLWORTH GAS INC              009999106            216,478.13          6450  X                     6450              0          0
         SUBTOTALS FOR THIS PAGE                  6,710,993.32        140979                       11764         129215          0
`)
    expect(rows.map((row) => [row[0], row[3], row[4], row[7], row[9]])).toEqual([
      ['OAKMERE LABS', 289773.76, 7980, 'SOLE', [7980, 0, 0]],
      ['OAKMERE LABS', 3260753.58, 89797, 'DFND', [0, 89797, 0]],
      ['PELLWORTH GAS INC', 216478.13, 6450, 'SOLE', [6450, 0, 0]],
    ])
  })

  test('keeps a name that goes over two lines, a CUSIP with spaces, and several rows of one security', () => {
    const rows = brief(`<TABLE>
                                                                       Column 6
                                                 Column 4   Column 5   Investment Discretion          Column 8
Column 1             Column 2    Column 3        Market    Shares or          Shared-  Other  Column 7     Voting Authority
                     Title of    CUSIP           Value     Principal   (a)     (b)      (c)    Other     (a)     (b)     (c)
Name of Issuer       Class       Number    (In Thousands)  Amount      Sole   Shared   Other  Managers   Sole   Shared   None
<S>                  <C>         <C>          <C>          <C>         <C>    <C>      <C>    <C>        <C>     <C>     <C>
Oakmere Express Co.     Com     025999 10 9 $   110,999    1,952,142           X               4, 5, 13   1,952,142
                                                982,028   17,225,400           X               4, 13     17,225,400
Pellworth Northern
  Santa Clara           Com     121999 10 4   1,234,567   12,345,678           X               4, 11     12,345,678
                                            -----------
                                              2,327,594
                                            ===========
</TABLE>`)
    expect(rows.map((row) => [row[0], row[1], row[2], row[3], row[4], row[8], row[9]])).toEqual([
      ['Oakmere Express Co.', 'Com', '025999109', 110999, 1952142, '4+5+13', [1952142, null, null]],
      ['Oakmere Express Co.', 'Com', '025999109', 982028, 17225400, '4+13', [17225400, null, null]],
      [
        'Pellworth Northern Santa Clara',
        'Com',
        '121999104',
        1234567,
        12345678,
        '4+11',
        [12345678, null, null],
      ],
    ])
  })

  test('without markers, with tabs, broken over pages, is read all the same', () => {
    const rows = brief(`
  NAME OF               TITLE OF    CUSIP       VALUE    SHARES/   SH/   PUT/    INVSTMT OTHER         VOTING AUTHORITY
  ISSUER                   CLASS              (X$1000)   PRN AMT   PRN   CALL    DSCRETN MANAGERS  SOLE     SHARED      NONE

  Oakmere ADR                COM    500999106    41069   3892807    SH             SOLE            3649807             243000
  Pellworth ADR              COM    71999V408   183940   5218150    SH             SOLE            4431750\t     786400
                                       3
<PAGE>
  Sandgate ADR               COM    879999780   161164   4994244    SH             SOLE            4148644             845600
`)
    expect(rows.map((row) => [row[0], row[4], row[9]])).toEqual([
      ['Oakmere ADR', 3892807, [3649807, null, 243000]],
      ['Pellworth ADR', 5218150, [4431750, null, 786400]],
      ['Sandgate ADR', 4994244, [4148644, null, 845600]],
    ])
  })

  test('is nothing in a text without one, however hostile', () => {
    expect(readTextTable('This report has 123456789 words and 5 rows.')).toEqual([])
    expect(readTextTable(`${'A '.repeat(200_000)}\n${'9'.repeat(500_000)}`)).toEqual([])
    const started = performance.now()
    readTextTable(`${' 12345678 '.repeat(90)}\n`.repeat(5_000))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
