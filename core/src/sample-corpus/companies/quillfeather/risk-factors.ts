import type { RiskFactor } from '../../company.ts'

const FOOD = 'Risks in Our Kitchens'
const SHOPS = 'Risks in Our Shops and With Our Customers'
const MONEY = 'Risks in Our Finances'
const RULES = 'Risks From Laws and Regulators'

/**
 * What changes: fiscal 2023 adds the recall of July 2023 and the credit agreement, drops the pandemic and words the labor
 * factor anew. Fiscal 2024 repeats fiscal 2023 word for word, so that a year exists in which nothing may be found.
 */
export const quillfeatherRiskFactors: RiskFactor[] = [
  {
    group: FOOD,
    title: 'If something we cook makes someone ill, everything we have built is at stake.',
    prose: [
      'We cook more than two million portions a week, we chill them rather than freeze them, and people eat many of them after only a few minutes in an oven. A mistake in cooling, a contaminated herb or a broken seal can harm a customer. Even an illness that turns out to have come from somebody else can empty our shops, because people remember the name and not the correction.',
      'We test, we record temperatures at every step, and we insure ourselves. None of these makes the risk go away.',
    ],
  },
  {
    group: FOOD,
    title:
      'In July 2023 we recalled chicken pies from four states, and the recall may go on costing us money and trust.',
    since: 2023,
    prose: [
      'On July 20, 2023 we took 186,000 chicken and leek pies off the shelves because a supplier of mustard had not declared a walnut paste made on the same line. Two customers were treated for allergic reactions and have recovered. We refunded every pie, closed the line for eleven days and changed supplier.',
      'Claims have been brought, and more may follow. Two supermarket chains cut the number of our products on their shelves after the recall. We cannot say when, or whether, they will put them back.',
    ],
  },
  {
    group: FOOD,
    title: 'Butter, flour, poultry and energy make up much of our cost, and their prices swing.',
    prose: [
      'A pie is mostly butter, flour and filling. In the past five years we have paid as little as $1.60 and as much as $3.20 for a pound of butter. We agree prices with farms and dairies for three to twelve months ahead, which softens the blow but does not prevent it. Ovens and cold rooms use gas and power around the clock.',
      'We can raise our prices only so far. A pie that costs more than a sandwich competes with a sandwich.',
    ],
  },
  {
    group: FOOD,
    title: 'Avian influenza could take poultry, eggs or whole flocks out of our supply at short notice.',
    prose: [
      'When the disease is found on a farm, every bird on it is culled, and movements for miles around are stopped. Our poultry comes from nineteen farms, eight of them in one valley. We have recipes that do without eggs for some products, but customers notice, and our best-selling pie cannot be made without chicken.',
    ],
  },
  {
    group: FOOD,
    title:
      'Our three kitchens work close to capacity, and the loss of one could not be made up by the other two.',
    prose: [
      'The kitchens at Cold Fennel, Marrow Bridge and Little Otley each make products that the others are not equipped for. All crusts come from Cold Fennel. A fire in an oven hall, an ammonia leak in a cold room or a flood of the creek behind Marrow Bridge would leave shelves empty for weeks, and supermarkets fine us for empty shelves.',
    ],
  },
  {
    group: FOOD,
    title: 'We need bakers, drivers and shop staff, and there are not enough of them.',
    prose: [
      'About four in ten of the people who join a kitchen leave it within a year. The work is early, warm and repetitive, and warehouses nearby pay as well for hours that suit a family better. We have raised starting wages three times in two years. If wages go on rising faster than our prices, our margin will shrink.',
    ],
    reworded: {
      since: 2023,
      prose: [
        'About three in ten of the people who join a kitchen leave it within a year, fewer than before, since the first shift begins at six in the morning and no longer at four. The work is still early, warm and repetitive, and warehouses nearby pay as well for hours that suit a family better. We have raised starting wages four times in three years. If wages go on rising faster than our prices, our margin will shrink.',
        'In October 2023 the people at Marrow Bridge voted on union representation, and a narrow majority was against it. Another ballot may be held. A union contract, or a strike, could raise our cost or interrupt our production.',
      ],
    },
  },
  {
    group: SHOPS,
    title: 'Four supermarket chains buy more than half of what we make, and none of them has to.',
    prose: [
      'We have no long-term contract with any chain. Buyers review their shelves twice a year, ask for lower prices, and increasingly sell chilled meals under their own names, some of which we cook for them. If one of the four gave half of our space to a competitor we would lose sales that our own shops could not replace.',
    ],
  },
  {
    group: SHOPS,
    title: 'The pandemic changed where and when people eat, and may do so again.',
    until: 2022,
    prose: [
      'Our station shops lost two thirds of their customers in the spring of 2020, and at the end of fiscal 2022 still sold about a fifth less than before, because many commuters now travel three days a week instead of five. Supermarket sales rose in the same period. We cannot tell which of these changes will last, and a new wave of infection could close shops and sicken crews.',
    ],
  },
  {
    group: SHOPS,
    title: 'We open about a dozen shops a year, and some of them will turn out to be mistakes.',
    prose: [
      'A shop costs about $640,000 to open and pays for itself in three to four years if the site is right. We choose sites by counting people on the pavement, and we have been wrong about one time in seven. Leases run for ten years or more, so that a mistake stays with us for a long time.',
    ],
  },
  {
    group: SHOPS,
    title: 'Tastes change, and what people think is good for them changes faster.',
    prose: [
      'Our food contains butter, wheat and meat, and we are not going to pretend otherwise. If more people give up one of these, or take medicines that make them less hungry, we will sell fewer pies. We have introduced smaller portions and nineteen dishes without meat. They sell well in cities and slowly elsewhere.',
    ],
  },
  {
    group: SHOPS,
    title: 'A failure of our ordering system on a Friday would spoil food and weekends.',
    prose: [
      'Every evening a program decides how many of each dish every shop and depot will get in the morning. If it stopped, we would have to guess, and chilled food that is guessed wrong is thrown away. The program, the tills and the payment terminals are run by three outside firms. Each of them has had an interruption of more than an hour during the last two years.',
    ],
  },
  {
    group: MONEY,
    title: 'Our credit agreement limits what we may do, and its interest moves with the market.',
    since: 2023,
    prose: [
      'The agreement that we signed in June 2023 lets us borrow up to $260 million. It asks us to keep our debt below three and a quarter times a measure of earnings, restricts dividends when we come close to that, and bears interest at a variable rate. If we broke its terms the banks could ask for their money at once.',
    ],
  },
  {
    group: MONEY,
    title: 'A mild December or a wet June can spoil a year.',
    prose: [
      'Nearly a third of our profit is earned in the eight weeks before the end of the calendar year. Snow that closes roads in those weeks keeps food in the depot and people at home. In summer it is the other way about: people buy picnic boxes when the sun shines, and they do not when it rains.',
    ],
  },
  {
    group: MONEY,
    title: 'Every few years our fiscal year has a fifty-third week, which makes years hard to compare.',
    prose: [
      'Our fiscal year ends on the Saturday closest to January 31. Fiscal 2023 has 53 weeks, the years around it 52. The additional week adds sales and cost that will be missing in the following year, and investors who overlook it may draw the wrong conclusion about our growth.',
    ],
  },
  {
    group: RULES,
    title: 'Rules about labels, allergens, packaging and wages differ from state to state and multiply.',
    prose: [
      'We sell in fourteen states. Several have passed laws that make the seller of packed food pay for its packaging, that limit certain coatings, or that set wages for food workers by name of trade. To follow all of them we print more kinds of labels than we have kinds of pies. A wrong label means a recall.',
    ],
  },
  {
    group: RULES,
    title: 'Two families together control the votes and may not want what other shareholders want.',
    prose: [
      'Members of the Quill and Featherstonhaugh families hold shares with 57 percent of the votes and usually vote together. They can elect the board and can prevent a sale of the company. Their shares have been pledged in part for private loans; a forced sale could depress the price of all shares.',
    ],
  },
]
