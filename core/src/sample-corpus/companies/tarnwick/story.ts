import type { Story } from '../../company.ts'

export const tarnwickStory: Story = {
  forward_looking:
    'This report contains statements about the future. They rest on what we knew and believed on the date of the report, and actual results may differ for the reasons given in Part I, Item 1A, "Risk Factors," and elsewhere. We do not undertake to revise a statement when circumstances change, except where the law requires it.',
  business: [
    {
      heading: 'Overview',
      prose: [
        'Tarnwick Tidal Instruments, Inc. designs, builds, installs and services instruments that measure the sea: tide gauges, acoustic current profilers, wave and wind buoys, and the data service that carries their measurements to shore. The company was founded in Port Ellery, Maine in 1978 by two hydrographers who were dissatisfied with the float gauges of the time, and has been a public company since 1996.',
        'We measure our success by a plain standard: that an instrument which we lowered into the water is still telling the truth when it is raised. At the end of fiscal {fiscal_year} about {stations} of our stations reported to the data service, and we employed {employees} people.',
      ],
    },
    {
      heading: 'Products and Services',
      prose: [
        'Water level. The Model 9 reference gauge compares the pressure at the sea bed with the weight of a column of dry air and repeats to within one millimeter over a year. The smaller Model 4 is sold to ports and marinas. Water level instruments brought revenue of {line_1} in fiscal {fiscal_year} and {line_1_prior} in fiscal {fiscal_year_prior}.',
        'Currents and waves. Our acoustic profilers measure the speed of the water at up to 128 depths at once. Our buoys carry profilers, motion sensors and, for wind surveys, a laser instrument that we buy from others. Currents and waves brought {line_2} in fiscal {fiscal_year} and {line_2_prior} in the year before.',
        'Data and field service. Customers subscribe to the data service by the station and the month. Field engineers install, calibrate and recover instruments from six depots. This part of the business brought {line_3}, against {line_3_prior} in fiscal {fiscal_year_prior}.',
        {
          since: 2024,
          text: 'In the third quarter of fiscal 2024 we added the sub-bottom sonar line of Skerrow Acoustics, which looks for pipes, cables and boulders below the sea floor. Its revenue since then is included in currents and waves.',
        },
      ],
    },
    {
      heading: 'Customers and Markets',
      prose: [
        'Public agencies accounted for about one half of our revenue in each of the last three fiscal years. The rest came from port operators, from developers and operators of wind farms, from oil and gas producers, and from universities. No single customer accounted for a tenth of our revenue in fiscal {fiscal_year}.',
        'We sell through our own engineers in North America, Norway, Singapore and Chile, and through independent representatives elsewhere. The order book at {year_end} stood at {backlog}, of which we expect to deliver about three quarters within twelve months.',
      ],
    },
    {
      heading: 'Manufacturing and Supply',
      prose: [
        'Electronics are assembled in Port Ellery on two lines that can be changed over in an hour. Housings are machined next door. Every finished instrument spends at least nine days in the calibration basins, where temperature, salinity and pressure are stepped through the range in which it will be used.',
        'We buy piezoelectric ceramic, titanium bar and quartz crystals from single sources, which is discussed in Item 1A, "Risk Factors."',
        {
          until: 2022,
          text: 'During fiscal 2022 lead times for microcontrollers reached fifty-two weeks. We redesigned four circuit boards to accept parts from two makers and bought a year of stock where we could not.',
        },
        {
          since: 2023,
          text: 'Lead times for microcontrollers, which had been as long as a year in fiscal 2022, came back to between ten and sixteen weeks during fiscal 2023.',
        },
      ],
    },
    {
      heading: 'Research and Development',
      prose: [
        'Our engineers work on lower power, longer deployment and better resistance to fouling. We spent {research} on research and development in fiscal {fiscal_year}, compared with {prior_research} in fiscal {fiscal_year_prior}. Work that a customer pays for is charged to cost of revenue.',
        {
          since: 2024,
          text: 'The largest single project of fiscal 2024 was the Model 11 gauge, which draws its power from the tide itself. The first twelve have been in the water off Port Ellery since September 2024.',
        },
      ],
    },
    {
      heading: 'Competition',
      prose: [
        'We know of eight companies that make instruments of similar quality and of many more that make simpler ones. Buyers compare accuracy, life in the water, the price of the instrument, and above all the cost of the ship that must go out when something fails. We believe that we compete well on all of these except the first price.',
      ],
    },
    {
      heading: 'Intellectual Property',
      prose: [
        'We hold 61 patents in the United States and 140 elsewhere, which expire between 2025 and 2041. We do not think that the business depends on any one of them. Much of what distinguishes our instruments, such as the recipes of our potting compounds and the order of the steps in calibration, we keep as trade secrets.',
      ],
    },
    {
      heading: 'People',
      prose: [
        'Of our {employees} employees, about two thirds work in Port Ellery. None is covered by a collective agreement except the forty in Norway. We train machinists in a four-year apprenticeship together with the community college, and eleven apprentices finished it during the past three years.',
      ],
    },
    {
      heading: 'Regulation',
      prose: [
        'Our acoustic transmitters need approval for the frequencies they use and, in some waters, a study of their effect on whales and porpoises. Lithium batteries may be shipped only in approved packing. Exports of several products need a license. The cost of following these rules was not material in any of the years presented.',
      ],
    },
  ],
  cybersecurity: [
    'Our program for managing cybersecurity risk is part of the company-wide register of risks, which the executive committee goes through each quarter. It follows a published framework and covers four tasks: to know what we own, to protect it, to notice an intrusion and to recover. An outside firm tests our defenses each year and a second one watches our network at all hours. Suppliers that hold our data or reach our systems answer a questionnaire before we sign and once a year after that.',
    {
      until: 2023,
      text: 'After the end of fiscal 2023, on January 15, 2024, we found that an intruder had encrypted part of our network, as we reported at the time. We stopped shipments for six working days. At the date of this report we do not expect the incident to have a material effect on our financial condition or on our results for fiscal 2024.',
    },
    {
      since: 2024,
      text: 'The incident of January 2024, which stopped our shipments for six working days, cost $2.9 million in fiscal 2024, of which insurance has returned $1.8 million. It did not have a material effect on our results for the year. Since then contractors reach our network only through managed computers, and every remote session asks for a hardware key.',
    },
    'The audit committee of our board oversees these risks. Our head of information security, who has worked in the field for nineteen years and reports to the chief operating officer, informs the committee each quarter and at once when an incident passes the threshold that the committee has set.',
  ],
  properties: [
    'We own the works at Port Ellery, Maine: 212,000 square feet of offices, shops and calibration basins on 14 acres beside the river. We rent depots in Bergen, Singapore, Valparaiso, Galveston, Halifax and Astoria, with a total of 96,000 square feet, under leases that end between 2026 and 2033.',
    {
      since: 2024,
      text: 'With the Skerrow line we took over a workshop of 18,000 square feet in Kittern Falls, Oregon, which we intend to give up when the lease ends in March 2026.',
    },
    'We believe that our space is in good condition and enough for the next two years.',
  ],
  legal_proceedings: [
    'We are a party to claims that arise in the ordinary course of business, most of them about instruments that were lost or damaged at sea. We do not believe that any of them will have a material effect on our financial position.',
    {
      since: 2023,
      until: 2023,
      text: 'In October 2023 a former representative in Peru filed a request for arbitration in which he asks for commissions of $1.4 million on orders that he says he prepared. We believe the request to be without merit and have answered it.',
    },
    {
      since: 2024,
      text: 'The arbitration that a former representative in Peru began in October 2023 ended in November 2024. The tribunal awarded him $0.2 million, which we have paid.',
    },
  ],
  market_information: [
    'Our common stock is traded on The Nasdaq Global Market under the symbol TWTI. On the last business day of January after the fiscal year there were 412 holders of record. We paid a dividend in each quarter of fiscal {fiscal_year}, {dividends} in total, and expect to go on paying one, although each is decided by the board.',
    'During fiscal {fiscal_year} we bought back shares for {buybacks} under the program that the board approved in 2021, which has no end date.',
  ],
  discussion: [
    {
      heading: 'Summary of the Year',
      prose: [
        'Revenue for fiscal {fiscal_year} {grew} by {growth} to {revenue}, from {prior_revenue} in fiscal {fiscal_year_prior}. Gross margin was {gross_margin} of revenue, compared with {prior_gross_margin}. Operating income was {operating_income} and net income {net_income}, compared with net income of {prior_net_income} in the year before.',
        {
          until: 2022,
          text: 'The year was shaped by parts that came late. We finished instruments except for one component and kept them in racks until it came; at the worst moment, in July 2022, there were 340 of them.',
        },
        {
          since: 2023,
          until: 2023,
          text: 'With components available again we delivered the instruments that had waited for parts, which moved about nine million dollars of revenue from fiscal 2022 into the first half of fiscal 2023.',
        },
        {
          since: 2024,
          text: 'The year began with the cyber incident, continued with the purchase of the Skerrow line and ended with wind survey campaigns that were shorter than planned. Water level instruments and the data service made up for what buoys lost.',
        },
      ],
    },
    {
      heading: 'Revenue',
      prose: [
        'Water level revenue was {line_1}, compared with {line_1_prior}. Replacement of float gauges by harbor authorities remains the steadiest part of the business. Currents and waves brought {line_2}, compared with {line_2_prior}, and data and field service {line_3}, compared with {line_3_prior}; at the end of the year {stations} stations subscribed to the data service.',
        {
          since: 2024,
          text: 'The Skerrow line, included since the third quarter, added about four percentage points to the growth of currents and waves, and fewer rented buoys took away six.',
        },
      ],
    },
    {
      heading: 'Cost of Revenue and Gross Margin',
      prose: [
        'Cost of revenue was {cost_of_revenue}. The margin follows the mix: reference gauges earn the most and rented buoys, with their depreciation and ship time, the least.',
        {
          until: 2022,
          text: 'Brokers asked up to eleven times the list price for parts that we could not do without, which cost about one and a half points of margin.',
        },
        { since: 2023, text: 'Purchases from brokers had ended by the second quarter of fiscal 2023.' },
      ],
    },
    {
      heading: 'Operating Expenses, Interest and Tax',
      prose: [
        'Research and development was {research}, compared with {prior_research}; selling, general and administrative expense was {selling}, compared with {prior_selling}. Both include salaries that rose in line with the market for engineers. Interest expense was {interest}, compared with {prior_interest}. Our effective tax rate was {tax_rate}; it is below the statutory rate because of research credits.',
      ],
    },
    {
      heading: 'Liquidity and Capital Resources',
      prose: [
        'At {year_end} we held cash and cash equivalents of {cash} and owed {debt} under the term loan. Operations provided {operating_cash} of cash. We invested {capital_expenditures} in plant and in buoys for rent, paid dividends of {dividends} and bought back shares for {buybacks}.',
        'The term loan asks that net debt stay below three times earnings before interest, tax, depreciation and amortization. We were well inside this limit throughout the year. We believe that cash on hand and cash from operations will be enough for at least the next twelve months.',
      ],
    },
    {
      heading: 'Critical Accounting Estimates',
      prose: [
        'Revenue from observation networks is recognized as the work proceeds, measured by cost. The estimate of the cost that remains includes ship time and weather, and a change of one percentage point in all open contracts would have changed operating income by about half a million dollars.',
        'Inventory is written down when parts exceed the needs of the next three years. Warranty is estimated from the failures of the past five years; a new product has no such history, and we then use that of the product it replaces.',
      ],
    },
  ],
  market_risk: [
    'Interest rates. The term loan bears a variable rate. A rate that was one percentage point higher throughout fiscal {fiscal_year} would have cost about one percent of the balance of {debt} for the half that is not fixed.',
    'Currencies. About a fifth of our cost is in Norwegian kroner and Singapore dollars. A change of one tenth in both would have changed operating income by less than two million dollars. We do not use derivatives for speculation.',
  ],
  notes: [
    {
      heading: 'Note 1. The Company and the Basis of Presentation',
      prose: [
        'The consolidated statements include Tarnwick Tidal Instruments, Inc. and the companies that it controls. Amounts are in thousands of dollars unless stated otherwise. The fiscal year is the calendar year.',
        {
          since: 2024,
          until: 2024,
          text: 'Freight of $1.3 million that was presented in selling, general and administrative expense for fiscal 2023 is now presented in cost of sales, as it is for fiscal 2024. Operating income and net income did not change.',
        },
      ],
    },
    {
      heading: 'Note 2. Significant Accounting Policies',
      prose: [
        'Revenue. Instruments are recognized when they leave our dock. Networks that are built to the design of a customer are recognized over time, and the data service by the month. Rent of buoys is recognized over the rental term.',
        'Inventory is carried at the lower of cost, first in first out, and net realizable value. Plant is depreciated over three to thirty years in equal parts, buoys for rent over seven.',
        'Goodwill of {goodwill} is tested for impairment each October. The fair value of the one reporting unit exceeded its book value by a wide margin in each year.',
        {
          since: 2024,
          text: 'New guidance on the disclosure of segment expenses was adopted for fiscal 2024 and changed only the notes.',
        },
      ],
    },
    {
      heading: 'Note 3. Revenue',
      prose: [
        'Contract liabilities are payments that customers make before delivery. Nearly all of the balance at the beginning of the year was recognized during fiscal {fiscal_year}. Performance obligations that remain amount to {backlog}.',
      ],
    },
    {
      heading: 'Note 4. Debt',
      prose: [
        'The term loan was taken in 2019 from a group of four banks, is repaid in quarterly parts and is secured by the works at Port Ellery. The balance was {debt} at {year_end}.',
      ],
    },
    {
      heading: 'Note 5. Commitments and Contingencies',
      prose: [
        'We have agreed to buy titanium and ceramics for amounts that are not material. Warranty accruals changed in line with revenue.',
        {
          since: 2024,
          text: 'Further payments of up to $6.0 million for the Skerrow line depend on orders in fiscal 2025 and 2026.',
        },
      ],
    },
  ],
  controls: [
    'Under the supervision of our chief executive officer and our chief financial officer we evaluated our disclosure controls and procedures as of {year_end}. Both concluded that they were effective. Management also assessed internal control over financial reporting by the criteria of a recognized framework and concluded that it was effective. The registered public accounting firm has given its own opinion on internal control.',
    {
      since: 2023,
      until: 2023,
      text: 'No change during the fourth quarter of fiscal 2023 materially affected, or is reasonably likely to materially affect, our internal control. The incident of January 2024 lies after the end of the year.',
    },
    {
      until: 2022,
      text: 'No change during the fourth quarter materially affected, or is reasonably likely to materially affect, our internal control.',
    },
    {
      since: 2024,
      text: 'During fiscal 2024 we rebuilt the access controls of our order processing after the incident of January. Apart from that, no change materially affected our internal control.',
    },
  ],
  other_information: [
    'During the last quarter of fiscal {fiscal_year} no director or officer adopted or terminated a Rule 10b5-1 trading arrangement, or any other arrangement of that kind, except as reported on Form 4.',
  ],
  quarter_notes: [
    {
      heading: 'Note 1. Basis of Presentation',
      prose: [
        'These condensed statements are not audited and leave out disclosures that the annual report contains. In our opinion they include all adjustments, all of them recurring, that a fair presentation needs. Results of a quarter say little about the year, because acceptance tests at sea are rare in winter.',
      ],
    },
    {
      heading: 'Note 2. Inventory and Debt',
      prose: [
        'Inventory was {inventory} at {quarter_end}. The term loan stood at {debt}; interest expense for the quarter was {interest}.',
        {
          since: 2024,
          quarters: [2, 3],
          text: 'On May 20, 2024 we agreed to license the sub-bottom sonar line of Skerrow Acoustics for $9.5 million in cash and later payments of up to $6.0 million.',
        },
      ],
    },
  ],
  quarter_discussion: [
    {
      heading: 'Results of the Quarter',
      prose: [
        'Revenue {grew} by {growth} to {revenue}, from {prior_revenue} in the same quarter of the year before. Gross margin was {gross_margin}, compared with {prior_gross_margin}. Operating income was {operating_income} and net income {net_income}.',
        {
          since: 2023,
          until: 2023,
          text: 'Parts that had been late in fiscal 2022 arrived, and instruments that were waiting for them were finished and delivered. Field service grew because more campaigns could be carried out than in the year before.',
        },
        {
          since: 2024,
          until: 2024,
          quarters: [1],
          text: 'The incident of January 15 stopped shipments for six working days. Most of the orders concerned were delivered by the end of the quarter; we estimate that about two million dollars moved into the second quarter. Costs of recovery were $1.9 million.',
        },
        {
          since: 2024,
          until: 2024,
          quarters: [2, 3],
          text: 'Harbor authorities ordered more reference gauges than in any quarter before. Developers of wind farms returned rented buoys earlier than agreed.',
        },
        {
          since: 2025,
          text: 'The Skerrow line contributed for the whole quarter. Duties on titanium bar, in force since the spring, cost about four tenths of a point of margin, and rented buoys remained idle.',
        },
      ],
    },
    {
      heading: 'Liquidity',
      prose: [
        'Cash and cash equivalents were {cash} at {quarter_end}. In the fiscal year to date operations provided {ytd_operating_cash}, and we invested {ytd_capital_expenditures}. We believe that cash on hand and cash from operations will be enough for at least the next twelve months.',
      ],
    },
  ],
  quarter_market_risk: [
    'Our exposure to interest rates and currencies has not changed in a material way from that described in our most recent annual report.',
  ],
  quarter_controls: [
    'Our chief executive officer and our chief financial officer concluded that our disclosure controls and procedures were effective at {quarter_end}. There was no change in internal control over financial reporting during the quarter that has materially affected it or is reasonably likely to do so.',
  ],
  quarter_legal: [
    'The claims described in our most recent annual report are unchanged in all material respects.',
  ],
  quarter_risk_factors: [
    {
      until: 2024,
      text: 'There have been no material changes to the risk factors disclosed in Part I, Item 1A of our most recent Annual Report on Form 10-K.',
    },
    {
      since: 2025,
      quarters: [1],
      text: 'There have been no material changes to the risk factors disclosed in Part I, Item 1A of our most recent Annual Report on Form 10-K.',
    },
    {
      since: 2025,
      quarters: [2, 3],
      text: 'Except as set forth below, there have been no material changes to the risk factors disclosed in Part I, Item 1A of our most recent Annual Report on Form 10-K.',
    },
    {
      since: 2025,
      quarters: [2, 3],
      title: 'Ships on which we depend for recovery and service at sea have become scarce.',
      text: 'Two of the five survey vessels that we charter in the North Atlantic were sold for other use in May 2025. Rates for the remaining three have risen by about one third. If we cannot charter a ship in the season in which an instrument must be recovered, its batteries run out, the measurements of the last months are lost, and customers who have agreed on complete records may refuse to pay.',
    },
  ],
  quarter_other: [
    'During the quarter no director or officer adopted or terminated a Rule 10b5-1 trading arrangement.',
  ],
  release: {
    title: 'Tarnwick Tidal Instruments Reports Results for {period_name}',
    prose: [
      'PORT ELLERY, Maine -- Tarnwick Tidal Instruments, Inc. (Nasdaq: TWTI) today reported revenue of {revenue} for {period_name}, compared with {prior_revenue} a year earlier. Net income was {net_income}.',
      '"Our gauges are read by pilots who cannot afford a wrong number," said {chief_executive}, chief executive officer. "We measure ourselves the same way."',
      'Gross margin was {gross_margin}, compared with {prior_gross_margin}. Operating income was {operating_income}. Cash and cash equivalents stood at {cash} at the end of the period.',
      'The company will discuss the results in a call with investors on the morning after this release.',
    ],
    about:
      'Tarnwick Tidal Instruments has measured the sea since 1978. Its gauges, profilers and buoys report from harbors and coasts on six continents.',
  },
}
