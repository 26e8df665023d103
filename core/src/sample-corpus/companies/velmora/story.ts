import type { Story } from '../../company.ts'

/** Quarterly prose has no passage that depends on the year: only its figures and dates change. */
export const velmoraStory: Story = {
  forward_looking:
    'Statements in this report that are not historical are forward-looking. Actual results may differ materially. The Company is a smaller reporting company and assumes no obligation to update any statement.',
  business: [
    {
      heading: 'General',
      prose: [
        'Velmora Glasshouse Systems Corporation (the "Company") makes controllers, vents, shading and nutrient dosing equipment for commercial greenhouses. It was incorporated in Nevada in 2006. Its plant is in Dry Larch, Oregon.',
        'The fiscal year ends on September 30. References to fiscal {fiscal_year} are to the year ended {year_end}.',
      ],
    },
    {
      heading: 'Products',
      prose: [
        'Controllers and sensors measure temperature, humidity, light and carbon dioxide and drive vents, screens and lamps. Sales of controllers and sensors were {line_1} in fiscal {fiscal_year} and {line_1_prior} in fiscal {fiscal_year_prior}.',
        'Structures include vents, shading screens and benches. Sales of structures were {line_2} and {line_2_prior}, respectively. Service and parts contributed {line_3} and {line_3_prior}.',
        {
          since: 2024,
          text: 'In fiscal 2024 the Company introduced the V6 controller, which replaces four older models. Shipments of the older models ended in June 2024.',
        },
      ],
    },
    {
      heading: 'Customers',
      prose: [
        'The Company sells to growers of vegetables, flowers and seedlings, mostly through eleven dealers. One dealer accounted for {top_customer} of net sales in fiscal {fiscal_year}. The loss of this dealer would have a material adverse effect on the Company.',
      ],
    },
    {
      heading: 'Suppliers',
      prose: [
        'Circuit boards are assembled by two contract manufacturers. Glass, aluminum profiles and pumps are available from many sources.',
        {
          until: 2023,
          text: 'Deliveries of displays were delayed during parts of fiscal 2022 and fiscal 2023.',
        },
      ],
    },
    {
      heading: 'Competition',
      prose: [
        'The Company competes with several larger makers, two of them in the Netherlands, and with general makers of industrial controls. Competition is based on price, on reliability and on the advice that a dealer can give on the spot.',
      ],
    },
    {
      heading: 'Employees',
      prose: [
        'At {year_end} the Company had {employees} full-time employees, none of them represented by a union.',
      ],
    },
  ],
  cybersecurity: [
    'The Company relies on an outside provider for the operation and the security of its information systems. The provider monitors the systems, installs corrections and reports to the chief financial officer each month. The Company has not identified a cybersecurity threat that has materially affected it or is reasonably likely to do so.',
    'The board as a whole oversees cybersecurity risk. The chief financial officer, who has no special training in the field and relies on the provider, reports to the board twice a year.',
  ],
  properties: [
    'The Company owns a plant of 61,000 square feet on nine acres in Dry Larch, Oregon, subject to a mortgage. It is adequate for present needs.',
  ],
  legal_proceedings: ['None.'],
  market_information: [
    'The common stock is quoted on The Nasdaq Capital Market under the symbol VGLS. At {year_end} there were 138 holders of record. No dividends have been paid and none are planned. No shares were repurchased in fiscal {fiscal_year}.',
  ],
  discussion: [
    {
      heading: 'Results of Operations',
      prose: [
        'Net sales were {revenue} in fiscal {fiscal_year}, compared with {prior_revenue} in fiscal {fiscal_year_prior}, a change of {growth}.',
        {
          until: 2022,
          text: 'Growers that had expanded during the two years before finished their projects, and new projects were smaller. Dealers reduced their stock in the second half of the year.',
        },
        {
          since: 2023,
          until: 2023,
          text: 'Energy prices kept growers in the northern states from building. Sales of structures fell; sales of controllers, which pay for themselves in saved gas, held up.',
        },
        {
          since: 2024,
          text: 'The V6 controller accounted for the change in net sales. Structures were flat. The largest dealer resumed normal orders in January 2024 after having reduced its stock for six quarters.',
        },
        'Gross margin was {gross_margin}, compared with {prior_gross_margin}. Selling, general and administrative expense was {selling}, compared with {prior_selling}. Research and development was {research}, compared with {prior_research}.',
        {
          since: 2023,
          until: 2023,
          text: 'Selling, general and administrative expense in fiscal 2023 includes $0.4 million for the correction of inventory records described in Item 9A and for the late completion of this report.',
        },
        'Operating income was {operating_income}. Interest expense was {interest}. Net income was {net_income}, compared with {prior_net_income}.',
      ],
    },
    {
      heading: 'Liquidity and Capital Resources',
      prose: [
        'Cash was {cash} at {year_end}. Operating activities provided {operating_cash}. Purchases of equipment were {capital_expenditures}. The mortgage balance was {debt}.',
        'The Company believes that cash on hand and cash from operations are sufficient for the next twelve months.',
      ],
    },
    {
      heading: 'Critical Accounting Estimates',
      prose: [
        'Inventory is reduced to net realizable value on the basis of sales during the past twenty-four months. The estimate is sensitive to the life of older controllers.',
        {
          since: 2024,
          text: 'When the V6 controller was introduced the Company wrote down parts of the models that it replaces by $0.3 million.',
        },
      ],
    },
  ],
  market_risk: ['Not required for smaller reporting companies.'],
  notes: [
    {
      heading: 'Note 1 - Business and Presentation',
      prose: [
        'The Company makes climate control equipment for greenhouses. Amounts are in thousands of dollars except per share amounts. There is one segment.',
      ],
    },
    {
      heading: 'Note 2 - Accounting Policies',
      prose: [
        'Net sales are recognized on shipment. Service is recognized as performed. Inventory is stated at the lower of average cost and net realizable value. The plant is depreciated over thirty years and equipment over five to ten.',
        {
          since: 2023,
          until: 2023,
          text: 'During the preparation of these statements the Company counted its inventory a second time and corrected records of quantities in one warehouse. The correction relates to fiscal 2023 only.',
        },
      ],
    },
    {
      heading: 'Note 3 - Mortgage',
      prose: [
        'The mortgage on the plant is due in 2036 and bears a fixed rate. The balance was {debt} at {year_end}.',
      ],
    },
    {
      heading: 'Note 4 - Concentration',
      prose: ['One dealer accounted for {top_customer} of net sales in fiscal {fiscal_year}.'],
    },
  ],
  controls: [
    {
      until: 2022,
      text: 'The chief executive officer and the chief financial officer concluded that disclosure controls and procedures were effective at {year_end}. Management concluded that internal control over financial reporting was effective at that date. This report does not include an attestation report of the registered public accounting firm, as permitted for non-accelerated filers.',
    },
    {
      since: 2023,
      until: 2023,
      text: 'The chief executive officer and the chief financial officer concluded that disclosure controls and procedures were not effective at {year_end}, because of a material weakness: movements between the two warehouses were not recorded completely, and counts were not compared with the records. Management concluded for the same reason that internal control over financial reporting was not effective. The Company has since counted all inventory, closed one warehouse and begun to scan every movement.',
    },
    {
      since: 2024,
      text: 'The chief executive officer and the chief financial officer concluded that disclosure controls and procedures were effective at {year_end}. The material weakness reported for fiscal 2023, which concerned movements between warehouses, was remediated by June 30, 2024. Management concluded that internal control over financial reporting was effective.',
    },
  ],
  other_information: ['None.'],
  quarter_notes: [
    {
      heading: 'Note 1 - Presentation',
      prose: [
        'The condensed statements are unaudited and include all normal recurring adjustments that management considers necessary. They should be read with the annual report. Results of interim periods are not indicative of the year.',
      ],
    },
    {
      heading: 'Note 2 - Inventory and Mortgage',
      prose: [
        'Inventory was {inventory} at {quarter_end} and consists of parts and finished equipment. The mortgage balance was {debt}.',
      ],
    },
    {
      heading: 'Note 3 - Subsequent Events',
      prose: [
        'The Company evaluated events through the date of filing and found none that require disclosure.',
      ],
    },
  ],
  quarter_discussion: [
    {
      heading: 'Results of Operations',
      prose: [
        'Net sales for the quarter were {revenue}, compared with {prior_revenue} for the same quarter of the prior year, a change of {growth}. Sales vary with the building season of growers and with the stock that dealers hold.',
        'Gross margin was {gross_margin}, compared with {prior_gross_margin}, and depends on the mix of controllers and structures. Selling, general and administrative expense was {selling}, compared with {prior_selling}. Research and development was {research}, compared with {prior_research}. Interest expense was {interest}. Net income was {net_income}.',
      ],
    },
    {
      heading: 'Liquidity and Capital Resources',
      prose: [
        'Cash was {cash} at {quarter_end}. Operating activities of the fiscal year to date changed cash by {ytd_operating_cash}; purchases of equipment were {ytd_capital_expenditures}. The Company believes that cash on hand and cash from operations are sufficient for the next twelve months.',
      ],
    },
  ],
  quarter_market_risk: ['Not required for smaller reporting companies.'],
  quarter_controls: [
    'The chief executive officer and the chief financial officer evaluated disclosure controls and procedures at {quarter_end}. Their conclusion, and the remediation of any weakness, is the same as in the most recent annual report. There were no other changes in internal control over financial reporting during the quarter.',
  ],
  quarter_legal: ['None.'],
  quarter_risk_factors: ['Not required for smaller reporting companies.'],
  quarter_other: ['None.'],
  release: {
    title: 'Velmora Glasshouse Systems Announces Results for {period_name}',
    prose: [
      'DRY LARCH, Ore. -- Velmora Glasshouse Systems Corporation (Nasdaq: VGLS) announced net sales of {revenue} for {period_name}, compared with {prior_revenue} a year earlier.',
      'Net income was {net_income}. Gross margin was {gross_margin}. Cash was {cash}.',
    ],
    about: 'Velmora makes climate control equipment for commercial greenhouses.',
  },
}
