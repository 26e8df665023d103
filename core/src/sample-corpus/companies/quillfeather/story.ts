import type { Story } from '../../company.ts'

export const quillfeatherStory: Story = {
  forward_looking:
    'Some sentences in this report look ahead. You will know them by words such as "expect," "plan," "believe" and "may." We mean them, but the kitchen has taught us humility: what can go wrong is set out in Item 1A, and we do not promise to come back and correct a sentence when the future turns out otherwise.',
  business: [
    {
      heading: 'Who We Are',
      prose: [
        'Quillfeather Provisions, Inc. cooks chilled food: pies above all, and soups, picnic boxes, puddings and family suppers. We sell it to supermarkets and through {shops} shops of our own, most of them in or near railway stations. We began in 1949 as one oven in the village of Cold Fennel, Pennsylvania, and we still bake every crust there.',
        'In this report "Quillfeather," "we" and "us" mean the company and its subsidiaries. Fiscal {fiscal_year} is the year that ended on {year_end}.',
      ],
    },
    {
      heading: 'What We Sell',
      prose: [
        'Supermarkets. Our pies and suppers stand in the chilled cabinets of some 5,900 supermarkets in fourteen states. Sales to supermarkets were {line_1} in fiscal {fiscal_year} and {line_1_prior} in fiscal {fiscal_year_prior}.',
        'Shops. Our shops sell hot pies, coffee and picnic boxes to people in a hurry. They took {line_2}, compared with {line_2_prior}.',
        'Cooking for others. We cook dishes that supermarkets and two airlines sell under their own names. This brought {line_3}, compared with {line_3_prior}. It fills ovens at quiet hours and earns little.',
        {
          since: 2024,
          text: 'In September 2024 we began to deliver family suppers to front doors in Philadelphia and Baltimore, together with a delivery firm. It is too early to say whether people want that often enough.',
        },
      ],
    },
    {
      heading: 'How We Cook',
      prose: [
        'Cold Fennel makes crusts, which go out by night to the other kitchens. Marrow Bridge fills and bakes pies. Little Otley makes soups, salads and puddings. From the oven to the shelf it takes 41 hours on average, and nothing that we make keeps for longer than twelve days.',
        {
          until: 2022,
          text: 'In fiscal 2022 a second spiral cooler at Marrow Bridge raised the number of pies that we can bake in a week from 1.5 to 1.9 million.',
        },
        {
          since: 2023,
          text: 'Since the recall of July 2023 every delivery of spices and condiments is tested for nuts before it enters a kitchen, at a cost of a little under one cent a pie.',
        },
      ],
    },
    {
      heading: 'Farms and Suppliers',
      prose: [
        'Chicken comes from nineteen farms under contracts of one to three years, butter from two cooperatives, flour from a mill in which we own a quarter. For everything else we try to have two suppliers, and mostly succeed.',
      ],
    },
    {
      heading: 'Competition',
      prose: [
        'We compete with other makers of chilled food, with the own labels of supermarkets, with coffee chains and sandwich shops, and with the frying pan at home. Some of them are a hundred times our size. We think that people choose us for taste first, for convenience second, and for price hardly ever.',
      ],
    },
    {
      heading: 'Seasons',
      prose: [
        'The weeks before Christmas are the busiest by far. We hire about 900 people for them. Picnic boxes carry the summer. February is for repairs.',
      ],
    },
    {
      heading: 'People',
      prose: [
        'At the end of fiscal {fiscal_year} {employees} people worked with us, a little more than half of them in shops. We pay for a first course at a culinary school for anyone who has been in a kitchen for two years; 310 people have taken it up since 2019.',
        {
          since: 2023,
          text: 'In October 2023 the people at Marrow Bridge voted on whether to be represented by a union. A narrow majority voted against.',
        },
      ],
    },
    {
      heading: 'Rules',
      prose: [
        'Our kitchens are inspected by federal and state authorities, those that handle meat every day. We keep the records that the law on food safety asks for, and more. Waste water from Marrow Bridge needs a permit, which was renewed in 2021 for ten years.',
      ],
    },
  ],
  cybersecurity: [
    'We treat a computer that stops like an oven that stops: we try to prevent it, we watch for it, and we practice what to do. Our security team of six follows a common framework, has outsiders break in once a year by appointment, and reviews the three firms that run our ordering, our tills and our payments before each renewal.',
    'Up to the date of this report no attack has had, or is reasonably likely to have, a material effect on our strategy, our results or our financial condition. In the past two years we fended off two attempts to divert payments to suppliers.',
    'The audit committee hears from our head of technology, who has run retail systems for twenty-two years, at each of its meetings. The team reports an incident to him within the hour; he and the general counsel decide together whether the board must be called.',
  ],
  properties: [
    'We own our three kitchens: Cold Fennel and Marrow Bridge in Pennsylvania, with 180,000 and 264,000 square feet, and Little Otley in Maryland, with 143,000. We also own a depot at Marrow Bridge and rent four others. Our {shops} shops are all rented; the usual lease runs for ten years and has an option for five more. The offices above the old oven in Cold Fennel belong to the Quill family, to whom we pay a rent of $88,000 a year.',
  ],
  legal_proceedings: [
    'People slip in shops and find fault with food, and some of them sue. These matters are insured above a deductible and are not material, alone or together.',
    {
      since: 2023,
      until: 2023,
      text: 'Two customers who suffered allergic reactions before the recall of July 2023 have brought suit in Pennsylvania. A third suit, brought in New Jersey, seeks to represent everyone who bought one of the pies. We have set aside $1.7 million for the three.',
    },
    {
      since: 2024,
      text: 'The two suits in Pennsylvania about the recall of July 2023 were settled in May 2024 for an amount that our insurance covered except for the deductible. The suit in New Jersey, which seeks to represent everyone who bought one of the pies, continues.',
    },
  ],
  market_information: [
    'Our Class A common stock is listed on the New York Stock Exchange under the symbol QFPV. There is no public market for the Class B shares. In the middle of March there were 1,930 holders of record of the first and 41 of the second. We paid dividends of {dividends} in fiscal {fiscal_year} and intend to continue.',
    'We bought back Class A shares for {buybacks} in fiscal {fiscal_year}, none of them in the last quarter.',
  ],
  discussion: [
    {
      heading: 'The Year in Short',
      prose: [
        'Net sales {grew} by {growth} to {revenue} in fiscal {fiscal_year}, from {prior_revenue} in fiscal {fiscal_year_prior}. Of each dollar of sales {gross_margin} was left after the cost of goods, compared with {prior_gross_margin} a year before. Operating income came to {operating_income} and net income to {net_income}, compared with {prior_net_income}.',
        {
          until: 2022,
          text: 'Butter was the story of the year. It cost half as much again as in fiscal 2021. We raised prices in May and in October, and sold fewer pies after each increase, though not so many fewer as we had feared.',
        },
        {
          since: 2023,
          until: 2023,
          text: 'Three things happened in fiscal 2023. We recalled our best-selling pie in July, which cost $11.8 million in refunds, destroyed food and lost hours. Butter became cheaper again. And the year had a fifty-third week, which added about $26 million of sales.',
        },
        {
          since: 2024,
          text: 'After the noise of the year before, fiscal 2024 was quiet. The missing fifty-third week took away about $26 million of sales; twelve new shops and higher prices for soups gave back more than that. Station shops passed the number of customers of 2019 for the first time in October.',
        },
      ],
    },
    {
      heading: 'Net Sales',
      prose: [
        'Supermarkets took {line_1}, compared with {line_1_prior}; our shops {line_2}, compared with {line_2_prior}; cooking for others {line_3}, compared with {line_3_prior}. At the end of the year we had {shops} shops.',
        {
          since: 2023,
          until: 2023,
          text: 'Sales to supermarkets in the third quarter lay 6 percent below those of the third quarter before, because two chains took pies off their shelves after the recall.',
        },
      ],
    },
    {
      heading: 'Cost of Goods Sold',
      prose: [
        'Cost of goods sold was {cost_of_revenue}. It contains ingredients, wages in the kitchens, energy and the lorries that carry crusts by night.',
        {
          until: 2022,
          text: 'Ingredients rose from 31 to 35 cents of each dollar of sales, and energy from three to four.',
        },
        { since: 2023, text: 'Ingredients took 33 cents of each dollar of sales, and energy three.' },
      ],
    },
    {
      heading: 'Selling, General and Administrative Expense',
      prose: [
        'This came to {selling}, compared with {prior_selling}. Wages and rents of shops are the largest part of it. Development of recipes, which we show on its own line, cost {research}, compared with {prior_research}.',
        {
          since: 2024,
          text: 'The change at the top in April 2024 cost $2.2 million for a retiring and a joining chief executive.',
        },
      ],
    },
    {
      heading: 'Interest and Taxes',
      prose: [
        'Interest was {interest}, compared with {prior_interest}. We paid tax at an effective rate of {tax_rate}, a little above the federal rate because of the states.',
      ],
    },
    {
      heading: 'Cash',
      prose: [
        'We ended the year with {cash} in cash and with debt of {debt}. The business brought in {operating_cash}. We spent {capital_expenditures} on shops, ovens and lorries, paid {dividends} to shareholders and bought back shares for {buybacks}.',
        {
          until: 2022,
          text: 'Our old credit agreement ends in 2024. We are talking to banks about a new one.',
        },
        {
          since: 2023,
          text: 'The credit agreement of June 2023 lets us borrow up to $260 million until 2028. At the end of the year we kept to all of its terms with room to spare.',
        },
        'We believe that this, and what the business earns, is enough for the next twelve months and for what we plan beyond them.',
      ],
    },
    {
      heading: 'Judgments That Matter',
      prose: [
        'Supermarkets earn rebates for volume, for promotions and for late deliveries. We estimate them when we sell, and settle them months later. If our estimates at the end of fiscal {fiscal_year} were wrong by a tenth, sales would have been wrong by about two million dollars.',
        'Shops that lose money for two years are tested for impairment. The test asks how many people will walk past in future, which nobody knows.',
      ],
    },
  ],
  market_risk: [
    'Prices of ingredients. We buy about 14 million pounds of butter a year. A price that is ten cents a pound higher costs us $1.4 million. We use no futures; we agree prices with the cooperatives.',
    'Interest. Our debt of {debt} bears a variable rate. One percentage point more would cost one percent of that in a year.',
  ],
  notes: [
    {
      heading: '1. About These Statements',
      prose: [
        'The statements include Quillfeather Provisions, Inc. and its subsidiaries. The fiscal year ends on the Saturday closest to January 31. Fiscal 2023 has 53 weeks, fiscal 2022 and 2024 have 52. Amounts are in thousands of dollars unless we say otherwise.',
      ],
    },
    {
      heading: '2. How We Account',
      prose: [
        'Sales are recognized when food reaches the supermarket or is handed over the counter, less what we expect to give back in rebates. Inventory is carried at cost or at what it will fetch if that is less; chilled food that passes its date is written off the same day.',
        'Kitchens are depreciated over forty years, ovens over twelve, shop fittings over eight or the term of the lease. Goodwill of {goodwill} comes from the purchase of Little Otley in 2011 and is tested each December.',
      ],
    },
    {
      heading: '3. Leases',
      prose: [
        'All our leases are operating leases of shops, depots and lorries. The weighted average of the remaining terms is a little over six years.',
      ],
    },
    {
      heading: '4. Debt',
      prose: [
        'We owed {debt} at {year_end}, secured by our kitchens. Payments due within a year are shown as current.',
        {
          since: 2023,
          text: 'The agreement of June 2023 replaced the one that would have ended in 2024. The cost of the change was not material.',
        },
      ],
    },
    {
      heading: '5. Claims',
      prose: [
        'We are insured against claims of customers above $250,000 each. What we have set aside for known and unreported claims is included in accrued liabilities.',
        {
          since: 2023,
          text: 'It includes amounts for the suits that followed the recall of July 2023.',
        },
      ],
    },
  ],
  controls: [
    'Our chief executive and our chief financial officer looked at our disclosure controls as of {year_end} and found them effective. Management tested internal control over financial reporting against a recognized framework and found it effective as well. Our auditor agrees and says so in its report.',
    'Nothing changed in the last quarter that materially affected, or could reasonably be expected to affect, our internal control.',
  ],
  other_information: [
    {
      until: 2022,
      text: 'None.',
    },
    {
      since: 2023,
      text: 'During the last quarter of fiscal {fiscal_year} none of our directors or officers adopted or ended a Rule 10b5-1 trading plan or any similar arrangement.',
    },
  ],
  quarter_notes: [
    {
      heading: '1. About These Statements',
      prose: [
        'These statements are condensed and unaudited. They leave out what the annual report explains and has not changed. We think that they are fair. The quarter had 13 weeks, as did the quarter of the year before.',
      ],
    },
    {
      heading: '2. Debt and Claims',
      prose: [
        'Debt stood at {debt} on {quarter_end}. Interest for the quarter was {interest}.',
        {
          since: 2023,
          until: 2023,
          quarters: [2, 3],
          text: 'We have recorded refunds, destroyed food and other cost of the recall of July 2023 in cost of goods sold. What remained accrued at the end of the quarter was $4.1 million.',
        },
        {
          since: 2024,
          text: 'The suit in New Jersey about the recall of July 2023 continues. We have set aside what we think it will cost.',
        },
      ],
    },
  ],
  quarter_discussion: [
    {
      heading: 'The Quarter',
      prose: [
        'Net sales {grew} by {growth} to {revenue}, from {prior_revenue} a year ago. Of each dollar of sales {gross_margin} was left after the cost of goods, compared with {prior_gross_margin}. Operating income was {operating_income}, net income {net_income}.',
        {
          since: 2023,
          until: 2023,
          quarters: [1],
          text: 'Butter was cheaper than a year ago, flour was not. Easter suppers sold out on the Thursday.',
        },
        {
          since: 2023,
          until: 2023,
          quarters: [2],
          text: 'On July 20 we recalled chicken and leek pies from four states, because mustard in them might have touched walnuts. Refunds, destroyed food and lost hours cost $7.7 million in the quarter, all of it in cost of goods sold.',
        },
        {
          since: 2023,
          until: 2023,
          quarters: [3],
          text: 'Two chains that had taken pies off their shelves after the recall put some of them back in October. The recall cost another $4.1 million.',
        },
        {
          since: 2024,
          until: 2024,
          text: 'Station shops had more customers in every month of the quarter than a year ago. Soups, whose price we raised in the spring, sold in the same numbers as before. We opened three shops and closed one.',
        },
        {
          since: 2025,
          text: 'Eggs were dear and hard to find; we took two quiches off the menu and put a leek tart on it. Deliveries to front doors in Philadelphia and Baltimore grew from week to week but still lose money. We opened two shops.',
        },
      ],
    },
    {
      heading: 'Cash',
      prose: [
        'On {quarter_end} we held {cash}. In the fiscal year to date the business brought in {ytd_operating_cash} and we spent {ytd_capital_expenditures} on shops, ovens and lorries. We believe that we have enough for the next twelve months and for what we plan beyond them.',
      ],
    },
  ],
  quarter_market_risk: [
    'What we said about prices of ingredients and about interest in our last annual report still holds.',
  ],
  quarter_controls: [
    'Our chief executive and our chief financial officer found our disclosure controls effective on {quarter_end}. Nothing changed in the quarter that materially affected, or could reasonably be expected to affect, our internal control over financial reporting.',
  ],
  quarter_legal: [
    {
      since: 2023,
      until: 2023,
      quarters: [2, 3],
      text: 'Two customers who suffered allergic reactions before the recall of July 2023 have brought suit against us in Pennsylvania.',
    },
    'Other matters are as we described them in our last annual report.',
  ],
  quarter_risk_factors: [
    {
      since: 2023,
      until: 2023,
      quarters: [2, 3],
      text: 'Except for the following, there have been no material changes to the risk factors in Item 1A of our last annual report.',
    },
    {
      since: 2023,
      until: 2023,
      quarters: [2, 3],
      title: 'We have recalled our best-selling pie, and the recall may cost more than we expect.',
      text: 'On July 20, 2023 we took 186,000 chicken and leek pies off the shelves because a supplier of mustard had not declared a walnut paste made on the same line. Two customers were treated for allergic reactions. Claims have been brought and more may follow; supermarkets may cut the number of our products on their shelves; and our insurance may not cover all of it.',
    },
    {
      since: 2023,
      until: 2023,
      quarters: [1],
      text: 'There have been no material changes to the risk factors in Item 1A of our last annual report.',
    },
    {
      since: 2024,
      text: 'There have been no material changes to the risk factors in Item 1A of our last annual report.',
    },
  ],
  quarter_other: [
    'None of our directors or officers adopted or ended a Rule 10b5-1 trading plan in the quarter.',
  ],
  release: {
    title: 'Quillfeather Tells How It Did in {period_name}',
    prose: [
      'COLD FENNEL, Pa. -- Quillfeather Provisions, Inc. (NYSE: QFPV) sold food for {revenue} in {period_name}, compared with {prior_revenue} a year earlier. Net income was {net_income}.',
      '"Thank you to everyone who was up before the birds," said {chief_executive}, chief executive officer. "The numbers below are theirs."',
      'Of each dollar of sales {gross_margin} was left after the cost of goods, compared with {prior_gross_margin}. Operating income was {operating_income}, and there was {cash} in the bank at the end.',
      'We will answer questions on the telephone this afternoon at half past four, Eastern time.',
    ],
    about:
      'Quillfeather has cooked chilled food in Cold Fennel, Pennsylvania since 1949 and sells it in supermarkets and in its own shops in fourteen states.',
  },
}
